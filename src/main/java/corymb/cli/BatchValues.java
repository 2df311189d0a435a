package corymb.cli;

import corymb.importing.Batch;
import corymb.importing.Mode;
import corymb.importing.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The imports of a source as JSON and in words. */
final class BatchValues {
    private BatchValues() {}

    static List<Map<String, Object>> of(Source source) {
        return IntStream.range(0, source.batches().size())
                .mapToObj(i -> of(source, i))
                .toList();
    }

    private static Map<String, Object> of(Source source, int place) {
        var batch = source.batches().get(place);
        return JsonValues.object(
                "import",
                place + 1,
                "at",
                batch.at().toString(),
                "file",
                batch.plan().file().toString(),
                "mode",
                mode(batch.mode()),
                "key",
                batch.mode() instanceof Mode.Upsert(var key) ? key : List.of(),
                "counted",
                source.counted().contains(batch),
                "rows",
                batch.counts().rows(),
                "accepted",
                batch.counts().accepted(),
                "new",
                batch.added(),
                "updated",
                batch.updated(),
                "rejected",
                batch.counts().rejected(),
                "duplicates",
                batch.counts().duplicates(),
                "sha256",
                batch.stamp().sha256());
    }

    static String mode(Mode mode) {
        return switch (mode) {
            case Mode.Replace _ -> "replace";
            case Mode.Append _ -> "append";
            case Mode.Upsert _ -> "upsert";
        };
    }

    /** One line about an import. */
    static String line(Source source, int place) {
        var batch = source.batches().get(place);
        return "%d  %s  %s  %s: %s%s"
                .formatted(
                        place + 1,
                        batch.at(),
                        batch.plan().file().getFileName(),
                        mode(batch.mode()),
                        counts(batch),
                        source.counted().contains(batch) ? "" : " (replaced since)");
    }

    static String counts(Batch batch) {
        var counts = batch.counts();
        return "%,d rows, %,d accepted, %,d rejected, %,d repeated"
                        .formatted(counts.rows(), counts.accepted(), counts.rejected(), counts.duplicates())
                + (batch.updated() == 0 ? "" : "; %,d of the accepted are updates".formatted(batch.updated()));
    }
}
