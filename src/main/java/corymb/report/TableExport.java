package corymb.report;

import corymb.privacy.Permission;
import corymb.privacy.Release;
import corymb.privacy.Withheld;
import corymb.project.AuditEntry;
import corymb.project.PeopleTables;
import corymb.project.Project;
import corymb.project.ProjectFile;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Problem;
import corymb.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;

/** Takes a table of a project away, as far as permitted, and puts that on record. */
public final class TableExport {
    private TableExport() {}

    /**
     * Writes the table a plan names. What was written is on record when the call returns; where it cannot be put there, no file
     * stays.
     *
     * @throws corymb.work.Failure when there is no such table, the permission does not suffice, the file cannot be written, or
     *     the project is open elsewhere and keeps no record
     */
    public static Export run(ProjectFile file, ExportPlan plan, Clock clock, Progress progress) {
        file.heldBy().ifPresent(TableExport::refuse);
        var project = file.history().present();
        OutputPlace.require(project, plan.file());
        var export = withRows(
                file,
                plan.kind(),
                plan.which(),
                rows -> QueryExport.run(file.engine(), rows, project.consents(), plan, progress));
        try {
            file.record(new AuditEntry(clock.instant(), "export", detail(export)));
        } catch (RuntimeException e) {
            delete(plan);
            throw e;
        }
        return export;
    }

    /**
     * How much of a table would be written and how much kept back.
     *
     * @param which the segment; empty for all, and for the other tables
     * @throws corymb.work.Failure when there is no such table or the permission does not suffice
     */
    public static ExportPreview preview(
            ProjectFile file, ExportPlan.Kind kind, String which, Permission permission, Progress progress) {
        var consents = file.history().present().consents();
        return withRows(
                file, kind, which, rows -> QueryExport.preview(file.engine(), rows, consents, permission, progress));
    }

    /**
     * A query for the people whom an export would keep back, as {@link Release#withheld} says, with what their profiles tell.
     *
     * @param kind a table of people
     * @throws corymb.work.Failure when there is no such table
     */
    public static Sql withheld(Project project, ExportPlan.Kind kind, String which, Permission permission) {
        var stay = new Release(project.consents(), permission).withheld(people(project, kind, which));
        return new PeopleTables(project).introduced(stay);
    }

    /**
     * A query for the rows that an export would write.
     *
     * @param kind a table of people
     * @throws corymb.work.Failure when there is no such table
     */
    public static Sql leaving(Project project, ExportPlan.Kind kind, String which, Permission permission) {
        return new Release(project.consents(), permission).permitted(people(project, kind, which));
    }

    private static Sql people(Project project, ExportPlan.Kind kind, String which) {
        var tables = new PeopleTables(project);
        return switch (kind) {
            case SEGMENTS -> tables.assignedMembers(which);
            case RECOMMENDATIONS -> tables.recommendations();
            case CUSTOMERS -> tables.customers();
            case FEATURES -> tables.features();
            case CLUSTERS -> tables.clusters();
            case QUALITY, EXPERIMENTS -> throw new IllegalArgumentException(kind + " tells of nobody");
        };
    }

    private static <T> T withRows(ProjectFile file, ExportPlan.Kind kind, String which, Function<Sql, T> work) {
        var project = file.history().present();
        return switch (kind) {
            case SEGMENTS, RECOMMENDATIONS, CUSTOMERS, FEATURES, CLUSTERS -> work.apply(people(project, kind, which));
            case QUALITY -> withTable(file.engine(), kind, FindingsTable.of(project), work);
            case EXPERIMENTS -> withTable(file.engine(), kind, StudiesTable.of(project), work);
        };
    }

    /** Lends the engine a table for as long as the work takes. */
    private static <T> T withTable(Engine engine, ExportPlan.Kind kind, Table table, Function<Sql, T> work) {
        var lent = engine.fill("export_" + kind.name().toLowerCase(Locale.ROOT), table, Progress.NONE);
        try {
            return work.apply(Sql.of("select * from " + lent.quoted()));
        } finally {
            engine.drop(lent.name());
        }
    }

    private static void refuse(String holder) {
        throw new Problem(
                        "This project is open elsewhere, so an export cannot be put on record.",
                        holder,
                        "Close it there, or save a copy and export from that.")
                .asFailure();
    }

    private static void delete(ExportPlan plan) {
        try {
            Files.deleteIfExists(plan.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the audit keeps of an export: nothing that tells of a person. */
    static String detail(Export export) {
        var plan = export.plan();
        var table = plan.kind().name().toLowerCase(Locale.ROOT);
        var which = plan.which().isEmpty() ? "" : " “" + plan.which() + "”";
        var why = plan.kind().isPersonal() ? " " + permission(plan.permission()) : "";
        return table + which + why + ": " + grouped(export.rows()) + " rows as " + plan.format()
                + (plan.formulas() == ExportPlan.Formulas.KEEP ? " with formulas" : "") + withheld(export)
                + ", sha256 " + export.sha256();
    }

    private static String permission(Permission permission) {
        return switch (permission) {
            case Permission.ForPurpose(var purpose) -> "for " + purpose;
            case Permission.WithoutConsent(var reason) -> "without consent (" + reason + ")";
            case Permission.NoConsentsHeld _ -> "with no consents held";
        };
    }

    private static String withheld(Export export) {
        if (export.withheldRows() == 0) {
            return ", none withheld";
        }
        Withheld people = export.withheld();
        return ", " + grouped(export.withheldRows()) + " withheld (people: " + grouped(people.denied()) + " denied, "
                + grouped(people.withdrawn()) + " withdrawn, " + grouped(people.unknown()) + " unknown)";
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
