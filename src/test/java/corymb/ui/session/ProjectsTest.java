package corymb.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.project.ProjectFile;
import corymb.settings.Settings;
import corymb.store.SqliteProjectFiles;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.SilentDialogs;
import java.nio.file.Path;
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
                folder.resolve("sample.corymb"));
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
