package corymb.report;

import corymb.chart.ChartFiles;
import corymb.chart.ChartSpec;
import corymb.chart.ChartTheme;
import corymb.chart.Charts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Pages that need nothing else, to be mailed or printed. */
final class HtmlPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; --muted: light-dark(#5f6672, #a0a8b4); --line: light-dark(#d8dee4, #3a4048); --bar: light-dark(#0072b2, #56b4e9); }
            body { font: 14px/1.5 Inter, system-ui, sans-serif; max-width: 960px; margin: 40px auto; padding: 0 24px; font-variant-numeric: tabular-nums; }
            h1 { font-size: 24px; } h2 { font-size: 18px; margin-top: 40px; } .muted, th { color: var(--muted); }
            table { border-collapse: collapse; width: 100%; margin: 16px 0; } th, td { text-align: left; padding: 6px 8px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
            td.n, th.n { text-align: right; } td.n, th.n, td.name { overflow-wrap: normal; } .error { color: light-dark(#b42318, #ff8a80); } .warning { color: light-dark(#b54708, #f5a55b); } li { margin: 6px 0; }
            .charts { display: flex; flex-wrap: wrap; gap: 16px; } .charts svg { border: 1px solid var(--line); border-radius: 8px; max-width: 100%; height: auto; }
            .charts figure { margin: 0; max-width: 100%; } .charts .dark { display: none; }
            @media screen and (prefers-color-scheme: dark) { .charts .light { display: none; } .charts .dark { display: block; } }
            .columns { table-layout: fixed; } details { border-bottom: 1px solid var(--line); padding: 6px 8px; } summary { cursor: pointer; } details { overflow-x: auto; overflow-wrap: anywhere; } details table { margin: 8px 0; width: auto; }
            .histogram { display: flex; align-items: flex-end; gap: 1px; height: 24px; } .histogram i { width: 5px; background: var(--bar); }
            """;

    private static final int CHART_WIDTH = 900;

    private HtmlPage() {}

    /** A whole page of a body. */
    static String of(String title, String body) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + text(title) + "</title><style>"
                + STYLE + "</style><body>" + body + "</body></html>\n";
    }

    /**
     * Writes a page into a file, which appears whole or not at all.
     *
     * @return the file's SHA-256 checksum in hexadecimal
     * @throws corymb.work.Failure when the file cannot be written
     */
    static String write(String page, Path file) {
        return AtomicFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }

    /** A chart with its words, as part of a page: light or dark as the page is. */
    static String svg(ChartSpec chart, int height) {
        return "<figure class=\"light\">" + svg(chart, ChartTheme.LIGHT, height) + "</figure><figure class=\"dark\">"
                + svg(chart, ChartTheme.DARK, height) + "</figure>";
    }

    private static String svg(ChartSpec chart, ChartTheme theme, int height) {
        return ChartFiles.svg(Charts.picture(chart, theme), CHART_WIDTH, height);
    }

    /** A text that no browser takes for anything else. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
