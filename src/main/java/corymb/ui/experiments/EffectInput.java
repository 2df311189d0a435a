package corymb.ui.experiments;

import corymb.experiment.Effect;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Typed;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The change a person hopes to see, as typed. */
record EffectInput(StringProperty size, ObjectProperty<Unit> unit) {
    /** What the size is counted in. */
    enum Unit {
        ABSOLUTE,
        RELATIVE
    }

    EffectInput(String size) {
        this(new SimpleStringProperty(size), new SimpleObjectProperty<>(Unit.ABSOLUTE));
    }

    /** The change; an absolute one of a rate is typed in percentage points. */
    Effect effect(boolean isRate) {
        double typed = Typed.number(size.get(), Texts.of("experiments.effect"));
        return switch (unit.get()) {
            case RELATIVE -> Effect.relative(typed / 100);
            case ABSOLUTE -> Effect.absolute(isRate ? typed / 100 : typed);
        };
    }

    void show(Effect effect, boolean isRate) {
        unit.set(effect.isRelative() ? Unit.RELATIVE : Unit.ABSOLUTE);
        size.set(Words.typed(effect.isRelative() || isRate ? effect.size() * 100 : effect.size()));
    }

    static String words(Unit unit, boolean isRate) {
        return switch (unit) {
            case RELATIVE -> Texts.of("experiments.relative");
            case ABSOLUTE -> Texts.of(isRate ? "experiments.points" : "experiments.ownUnit");
        };
    }
}
