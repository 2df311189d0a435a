package corymb.project;

import corymb.importing.Source;
import java.util.Optional;

/** A source came in or was changed; it takes the place of an earlier one of the same name. */
public sealed interface SourceChange extends Change {
    /** The source as it is now. */
    Made<Source> source();

    @Override
    default Project applyTo(Project project) {
        var name = source().value().name();
        return project.withSources(Placing.inPlace(
                project.sources(), source(), other -> other.name().equals(name)));
    }

    @Override
    default Optional<Made<?>> made() {
        return Optional.of(source());
    }

    /** A file came in; its source takes the place of an earlier one of the same name, of which it may hold the rows too. */
    record SourceImported(Made<Source> source) implements SourceChange {
        @Override
        public String label() {
            return "Imported " + source.value().name();
        }
    }

    /**
     * A file was taken out of a source that holds others.
     *
     * @param source the source without it
     * @param file the name of the file
     */
    record BatchRemoved(Made<Source> source, String file) implements SourceChange {
        @Override
        public String label() {
            return "Removed " + file + " from " + source.value().name();
        }
    }

    /**
     * Rows that were not taken were repaired and went in once more.
     *
     * @param source the source with those that could be taken
     * @param rows how many were repaired
     * @param taken how many of them are no longer among those that were not taken
     */
    record RowsResubmitted(Made<Source> source, long rows, long taken) implements SourceChange {
        @Override
        public String label() {
            return "Took " + taken + " of " + rows + " repaired rows into "
                    + source.value().name();
        }
    }

    /**
     * The repairs of a source were changed.
     *
     * @param source the source with those of now
     * @param what what was changed, such as "added trim blanks in city"
     */
    record SourceRepaired(Made<Source> source, String what) implements SourceChange {
        @Override
        public String label() {
            return "Repairs of " + source.value().name() + ": " + what;
        }
    }
}
