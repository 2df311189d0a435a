package corymb.ui.segments;

import corymb.stats.Share;

/** How many of the customers meet a rule. */
record Counted(long members, long population) {
    Share share() {
        return Share.of(members, population);
    }
}
