package corymb.quality;

import corymb.importing.Role;
import corymb.importing.Source;
import corymb.sql.Engine;
import corymb.work.Beside;
import corymb.work.Progress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rows that look alike in all sources of a project, sought once a role, beside what else is found out meanwhile. */
final class AlikeAmong implements AutoCloseable {
    private final List<Source> sources;
    private final Beside<Map<Role, List<AlikeRow>>> found;

    AlikeAmong(Engine engine, List<Source> sources, Progress progress) {
        this.sources = sources;
        this.found = Beside.start(() -> found(engine, progress));
    }

    private Map<Role, List<AlikeRow>> found(Engine engine, Progress progress) {
        var rows = new EnumMap<Role, List<AlikeRow>>(Role.class);
        for (var role : Role.values()) {
            var some = of(role);
            if (!some.isEmpty()) {
                rows.put(role, new AlikeRows(engine, some, progress).find());
            }
        }
        return rows;
    }

    private List<Source> of(Role role) {
        return sources.stream().filter(source -> source.role() == role).toList();
    }

    /** The checks that name the rows of a source. */
    List<Check> checks(Source source) {
        var compared = of(source.role());
        return AlikeRows.checks(
                compared, compared.indexOf(source), found.result().getOrDefault(source.role(), List.of()));
    }

    @Override
    public void close() {
        found.close();
    }
}
