package corymb.ui.kit;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;
import com.sun.glass.ui.Application;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.ClipboardAssistance;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.PlatformFactory;
import com.sun.glass.ui.View;
import com.sun.glass.ui.delegate.ClipboardDelegate;
import com.sun.glass.ui.headless.HeadlessApplication;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.HeadlessView;
import java.util.HashMap;
import java.util.Optional;

/**
 * The platform without a display, less its copy of what a window shows: it is made dot by dot on the JavaFX thread, and nobody looks.
 *
 * <p>Unlike that platform it lets things be dragged and dropped: once a press and its moves have begun a drag, further moves and the
 * release reach the window as the dragging over it and the drop on it, as a window system has it. All else is JavaFX's own.
 */
final class Unseen extends HeadlessPlatformFactory {
    /** There since something was first dragged. */
    private Optional<Dragged> dragged = Optional.empty();

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
                return new UnseenView();
            }
        };
    }

    @Override
    public ClipboardDelegate createClipboardDelegate() {
        var others = super.createClipboardDelegate();
        return name -> name.equals(Clipboard.DND) ? dragged() : others.createClipboard(name);
    }

    private Dragged dragged() {
        var there = dragged.orElseGet(Dragged::new);
        dragged = Optional.of(there);
        return there;
    }

    /** What is dragged, from the beginning of the drag to the drop. */
    private static final class Dragged extends Clipboard {
        private boolean isOn;

        Dragged() {
            super(DND);
        }

        @Override
        @SuppressWarnings("NonApiType") // the map is JavaFX's own
        public void flush(ClipboardAssistance source, HashMap<String, Object> data, int actions) {
            super.flush(source, data, actions);
            isOn = true;
        }

        boolean isOn() {
            return isOn;
        }

        /** It is needed until the drop, and the same one for whoever drags and whoever takes. */
        @Override
        protected void close() {}
    }

    private final class UnseenView extends HeadlessView {
        private boolean isHeld;
        private boolean isOver;
        private int taken = Clipboard.ACTION_NONE;

        @Override
        protected void _uploadPixels(long view, Pixels pixels) {}

        /** The robot does not say that the button is held from a press on, so what follows would not go to whatever was pressed. */
        @Override
        protected void notifyMouse(
                int type,
                int button,
                int x,
                int y,
                int screenX,
                int screenY,
                int modifiers,
                boolean isForMenu,
                boolean isMade) {
            if (dragged.filter(Dragged::isOn).isEmpty()) {
                if (type == MouseEvent.DOWN && button == MouseEvent.BUTTON_LEFT) {
                    isHeld = true;
                } else if (type == MouseEvent.UP) {
                    isHeld = false;
                }
                int held = isHeld ? KeyEvent.MODIFIER_BUTTON_PRIMARY : 0;
                super.notifyMouse(type, button, x, y, screenX, screenY, modifiers | held, isForMenu, isMade);
            } else if (type == MouseEvent.UP) {
                drop(x, y, screenX, screenY);
            } else {
                over(x, y, screenX, screenY);
            }
        }

        private void over(int x, int y, int screenX, int screenY) {
            if (!isOver) {
                notifyDragEnter(x, y, screenX, screenY, Clipboard.ACTION_MOVE);
                isOver = true;
            }
            taken = notifyDragOver(x, y, screenX, screenY, Clipboard.ACTION_MOVE);
        }

        private void drop(int x, int y, int screenX, int screenY) {
            over(x, y, screenX, screenY);
            if (taken == Clipboard.ACTION_NONE) {
                notifyDragLeave();
            } else {
                taken = notifyDragDrop(x, y, screenX, screenY, Clipboard.ACTION_MOVE);
            }
            dragged().isOn = false;
            isHeld = false;
            isOver = false;
            notifyDragEnd(taken);
        }
    }
}
