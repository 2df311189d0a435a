package corymb.world;

/** The invented world in memory: all that the files are written from. */
record Setting(WorldPlan plan, People people, Register register, Catalogue catalogue, Behaviour behaviour) {
    static Setting of(WorldPlan plan) {
        var people = new People(plan);
        var catalogue = new Catalogue(plan.seed());
        return new Setting(
                plan,
                people,
                new Register(people, plan.seed()),
                catalogue,
                new Behaviour(plan.seed(), catalogue, new Season()));
    }

    /** A source of chance of its own for one file. */
    Chance chance(String file) {
        return new Chance(plan.seed().derive(file));
    }
}
