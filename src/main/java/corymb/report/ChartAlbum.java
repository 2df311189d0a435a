package corymb.report;

import corymb.chart.ChartFiles;
import corymb.chart.ChartSpec;
import corymb.chart.ChartTheme;
import corymb.chart.Charts;
import corymb.chart.ClusterCharts;
import corymb.chart.ExperimentCharts;
import corymb.chart.SegmentCharts;
import corymb.chart.Vocabulary;
import corymb.clustering.Clustering;
import corymb.experiment.Analysis;
import corymb.experiment.PowerAnalysis;
import corymb.experiment.Study;
import corymb.project.Made;
import corymb.project.ProjectFile;
import corymb.segment.Intersections;
import corymb.segment.Overlap;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The charts of the pages, as pictures in a folder. */
public final class ChartAlbum {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;

    private ChartAlbum() {}

    /** Writes every chart of a project into a folder and tells which files it wrote. */
    public static List<Path> draw(ProjectFile file, Path folder, Progress progress) {
        var project = file.history().present();
        var charts = new LinkedHashMap<String, ChartSpec>();
        project.clustering().ifPresent(made -> addClusters(charts, made.value(), Vocabulary.of(project)));
        var segments = project.segments().stream().map(Made::value).toList();
        if (!segments.isEmpty()) {
            charts.put("segment-sizes", SegmentCharts.sizes(segments));
            charts.put("segment-overlap", SegmentCharts.overlap(Overlap.of(file.engine(), segments, progress)));
            charts.put(
                    "segment-combinations",
                    SegmentCharts.combinations(
                            Intersections.of(file.engine(), segments, progress),
                            Intersections.Counting.EXCLUSIVE,
                            segments));
        }
        project.studies().forEach(made -> addStudy(charts, made.value()));
        var written = new ArrayList<Path>();
        charts.forEach((name, chart) -> {
            progress.report((double) written.size() / charts.size(), "Drawing " + name);
            written.add(write(chart, folder.resolve("chart-" + name.replaceAll("[^a-z0-9]+", "-") + ".png")));
        });
        return written;
    }

    private static void addClusters(Map<String, ChartSpec> charts, Clustering clustering, Vocabulary words) {
        int chosen = clustering.chosen().clusters();
        charts.put("inertia", ClusterCharts.inertia(clustering.candidates(), chosen));
        charts.put("silhouette", ClusterCharts.silhouette(clustering.candidates(), chosen));
        charts.put("cluster-sizes", ClusterCharts.sizes(clustering));
        charts.put("cluster-centres", ClusterCharts.centres(clustering, words));
    }

    private static void addStudy(Map<String, ChartSpec> charts, Study study) {
        switch (study) {
            case Study.PlannedTest planned ->
                charts.put(
                        "test-power",
                        ExperimentCharts.power(
                                PowerAnalysis.curve(planned.size().plan()), planned.size()));
            case Study.SimulatedTest simulated ->
                charts.put("test-simulated", ExperimentCharts.days(simulated.simulation()));
            case Study.AnalysedTest(var analysis) ->
                analysis.metrics().stream()
                        .map(Analysis.Comparison::name)
                        .distinct()
                        .forEach(
                                metric -> charts.put("test-" + metric, ExperimentCharts.differences(analysis, metric)));
        }
    }

    private static Path write(ChartSpec chart, Path file) {
        try {
            ChartFiles.writePng(Charts.picture(chart, ChartTheme.LIGHT), WIDTH, HEIGHT, file);
            return file;
        } catch (IOException e) {
            throw new Failure(
                    new Problem(
                            "The chart cannot be written.", file.toString(), "Choose a folder that may be written to."),
                    e);
        }
    }
}
