package corymb.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.ProjectFile;
import corymb.settings.Settings;
import corymb.store.SqliteProjectFiles;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.SilentDialogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectsTest {
    @TempDir
    private Path folder;

    private final SqliteProjectFiles files = new SqliteProjectFiles(SampleProject.CLOCK);
    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);

    @AfterEach
    void close() {
        session.close();
    }

    private Projects projects() {
        return new Projects(
                session,
                files,
                new SilentDialogs(),
                new SimpleObjectProperty<>(Settings.DEFAULT),
                new Sample(sample(), (file, _, _) -> TestedProject.fill(file, 50)));
    }

    @Test
    void theProjectThatIsOpenStaysOpenForWritingWhenItIsOpenedAgain() {
        var path = folder.resolve("shop.corymb");
        files.create(path).close();
        var projects = projects();
        projects.open(path);
        var opened = session.file();
        projects.open(folder.resolve("..").resolve(folder.getFileName()).resolve("shop.corymb"));
        assertThat(session.file()).isSameAs(opened);
        assertThat(opened.heldBy()).isEmpty();
    }

    @Test
    void aProjectTakenOffTheListKeepsItsFile() {
        var path = folder.resolve("shop.corymb");
        files.create(path).close();
        var projects = projects();
        projects.open(path);
        assertThat(projects.settingsProperty().get().recentProjects()).containsExactly(path);
        projects.forget(path);
        assertThat(projects.settingsProperty().get().recentProjects()).isEmpty();
        assertThat(path).exists();
    }

    private Path sample() {
        return folder.resolve("sample.corymb");
    }

    private void mend(Projects projects) {
        assertThat(projects.sampleInTheWayProperty().get()).isTrue();
        assertThat(session.fileProperty().get()).isEmpty();
        projects.makeFreshSample();
        assertThat(projects.problemProperty().get()).isEmpty();
        assertThat(projects.sampleInTheWayProperty().get()).isFalse();
        assertThat(session.project().segments()).isNotEmpty();
    }

    @Test
    void aDamagedSampleIsSetAsideForAFreshOne() throws IOException {
        files.create(sample()).close();
        var bytes = Files.readAllBytes(sample());
        Arrays.fill(bytes, 4096, 8192, (byte) 7);
        Files.write(sample(), bytes);
        var projects = projects();
        projects.openSample();
        assertThat(projects.problemProperty().get().orElseThrow().what()).contains("damaged");
        mend(projects);
        assertThat(session.file().path()).isEqualTo(sample());
        assertThat(Files.readAllBytes(folder.resolve("sample-damaged-1.corymb")))
                .isEqualTo(bytes);
    }

    @Test
    void aSampleOfANewerVersionStaysAndAFreshOneIsMadeBeside() throws IOException {
        files.create(sample()).close();
        var bytes = Files.readAllBytes(sample());
        bytes[63] = 99; // The last byte of user_version in SQLite's header.
        Files.write(sample(), bytes);
        var projects = projects();
        projects.openSample();
        assertThat(projects.problemProperty().get().orElseThrow().what()).contains("newer");
        mend(projects);
        assertThat(session.file().path()).isEqualTo(folder.resolve("sample-2.corymb"));
        assertThat(Files.readAllBytes(sample())).isEqualTo(bytes);
    }

    @Test
    void aSampleThatIsOpenElsewhereStaysSo() {
        try (var elsewhere = files.create(sample())) {
            var projects = projects();
            projects.openSample();
            assertThat(projects.problemProperty().get().orElseThrow().what()).contains("open elsewhere");
            mend(projects);
            assertThat(session.file().path()).isEqualTo(folder.resolve("sample-2.corymb"));
            assertThat(session.file().heldBy()).isEmpty();
            assertThat(elsewhere.heldBy()).isEmpty();
        }
    }

    @Test
    void anotherProjectTakesThePlaceOfTheOneThatIsOpen() {
        files.create(folder.resolve("one.corymb")).close();
        files.create(folder.resolve("two.corymb")).close();
        var projects = projects();
        projects.open(folder.resolve("one.corymb"));
        projects.open(folder.resolve("two.corymb"));
        assertThat(session.fileProperty().get().map(ProjectFile::path)).contains(folder.resolve("two.corymb"));
        projects.open(folder.resolve("three.corymb"));
        assertThat(projects.problemProperty().get()).isPresent();
        assertThat(session.fileProperty().get().map(ProjectFile::path)).contains(folder.resolve("two.corymb"));
    }
}
