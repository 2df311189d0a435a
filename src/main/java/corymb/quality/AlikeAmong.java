package corymb.quality;

import corymb.importing.Role;
import corymb.importing.Source;
import corymb.sql.Engine;
import corymb.work.Progress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rows that look alike in all sources of a project, sought once a role. */
final class AlikeAmong {
    private final List<Source> sources;
    private final Map<Role, List<AlikeRow>> found = new EnumMap<>(Role.class);

    AlikeAmong(Engine engine, List<Source> sources, Progress progress) {
        this.sources = sources;
        for (var role : Role.values()) {
            var some = of(role);
            if (!some.isEmpty()) {
                progress.report(0, "Looking for rows that are alike");
                found.put(role, new AlikeRows(engine, some, progress).find());
            }
        }
    }

    private List<Source> of(Role role) {
        return sources.stream().filter(source -> source.role() == role).toList();
    }

    /** The checks that name the rows of a source. */
    List<Check> checks(Source source) {
        var compared = of(source.role());
        return AlikeRows.checks(compared, compared.indexOf(source), found.getOrDefault(source.role(), List.of()));
    }
}
