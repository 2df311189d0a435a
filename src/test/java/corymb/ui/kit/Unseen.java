package corymb.ui.kit;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.PlatformFactory;
import com.sun.glass.ui.View;
import com.sun.glass.ui.headless.HeadlessApplication;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.HeadlessView;

/** The platform without a display, less its copy of what a window shows: it is made dot by dot on the JavaFX thread, and nobody looks. */
final class Unseen extends HeadlessPlatformFactory {
    /** Has JavaFX start on this platform; it has no setting for one of one's own. */
    static void install() throws ReflectiveOperationException {
        var instance = PlatformFactory.class.getDeclaredField("instance");
        instance.setAccessible(true);
        instance.set(null, new Unseen());
    }

    @Override
    public Application createApplication() {
        return new HeadlessApplication() {
            @Override
            public View createView() {
                return new HeadlessView() {
                    @Override
                    protected void _uploadPixels(long view, Pixels pixels) {}
                };
            }
        };
    }
}
