package corymb.segment;

import static corymb.segment.Template.Kind.BEHAVIOUR;
import static corymb.segment.Template.Kind.ENGAGEMENT;
import static corymb.segment.Template.Kind.LIFECYCLE;
import static corymb.segment.Template.Kind.VALUE;

import java.util.List;

/** The templates there are; scores run from 1 to 5, engagement from 0 to 100. */
final class Templates {
    static final List<Template> ALL = List.of(
            new Template(
                    VALUE,
                    "Champions",
                    "They bought lately, often, and for much. Thank them, ask them first, let them speak for you.",
                    List.of(
                            "rfm_group = \"Champions\"",
                            "r_score >= 4 and f_score >= 4 and m_score >= 4",
                            "did {purchase} at least 4 times in the last 365 days and did {purchase} in the last 60 days")),
            new Template(
                    VALUE,
                    "Loyal",
                    "They keep coming, and matter. Offer them more of what they like.",
                    List.of(
                            "rfm_group = \"Loyal\"",
                            "r_score >= 3 and f_score >= 4",
                            "did {purchase} at least 3 times in the last 365 days")),
            new Template(
                    VALUE,
                    "Promising",
                    "They bought lately but not much yet. Help them to the next purchase.",
                    List.of(
                            "rfm_group in (\"Promising\", \"Potentially loyal\")",
                            "r_score >= 4 and f_score <= 3",
                            "did {purchase} in the last 60 days and did {purchase} at most 2 times")),
            new Template(
                    VALUE,
                    "At risk",
                    "They used to matter and have not bought for long. Find out why, and win them back.",
                    List.of(
                            "rfm_group in (\"At risk\", \"Cannot lose\")",
                            "r_score <= 2 and f_score >= 3 and m_score >= 3",
                            "did {purchase} at least 3 times and did not {purchase} in the last 180 days")),
            new Template(
                    VALUE,
                    "About to sleep",
                    "Neither recent nor frequent any more. A small reason to come back may do.",
                    List.of(
                            "rfm_group in (\"About to sleep\", \"Needing attention\")",
                            "r_score = 3 and f_score <= 3")),
            new Template(
                    VALUE,
                    "Hibernating",
                    "They bought little, and long ago. Write seldom, at little cost.",
                    List.of(
                            "rfm_group in (\"Hibernating\", \"Lost\")",
                            "r_score <= 2 and f_score <= 2",
                            "did {purchase} at most 2 times and did {purchase} and did not {purchase} in the last 365 days")),
            new Template(
                    VALUE,
                    "Big spenders",
                    "They have spent most.",
                    List.of("m_score = 5", "monetary > 500", "sum of value of {purchase} > 500")),
            new Template(
                    VALUE,
                    "Expected to buy soon",
                    "One purchase or more is to be expected of each within 90 days.",
                    List.of("expected_purchases_90d >= 1")),
            new Template(
                    LIFECYCLE,
                    "New customers",
                    "They bought for the first time within 30 days.",
                    List.of("lifecycle_stage = \"new\"", "days_since_first of {purchase} <= 30", "tenure_days <= 30")),
            new Template(
                    LIFECYCLE,
                    "Active customers",
                    "They bought within 90 days and are not new.",
                    List.of(
                            "lifecycle_stage = \"active\"",
                            "did {purchase} in the last 90 days and days_since_first of {purchase} > 30")),
            new Template(
                    LIFECYCLE,
                    "Slipping away",
                    "They have not bought for 90 to 365 days.",
                    List.of(
                            "lifecycle_stage = \"at risk\"",
                            "recency_days between 90 and 365",
                            "did {purchase} in the last 365 days and did not {purchase} in the last 90 days")),
            new Template(
                    LIFECYCLE,
                    "Churned",
                    "They bought, but not for a year.",
                    List.of(
                            "lifecycle_stage = \"churned\"",
                            "recency_days > 365",
                            "did {purchase} and did not {purchase} in the last 365 days")),
            new Template(
                    LIFECYCLE,
                    "Won back",
                    "They came back after a year without a purchase.",
                    List.of("lifecycle_stage = \"won back\"")),
            new Template(
                    LIFECYCLE,
                    "One purchase, no second",
                    "They bought once, more than 30 days ago, and have not come back.",
                    List.of(
                            "frequency = 1 and recency_days > 30",
                            "did {purchase} exactly 1 time and did not {purchase} in the last 30 days")),
            new Template(
                    LIFECYCLE,
                    "Never bought",
                    "They are known but have not bought.",
                    List.of("did not {purchase}", "frequency = 0 or frequency is missing")),
            new Template(
                    LIFECYCLE,
                    "Probably gone",
                    "They bought several times, and by their own rhythm have probably stopped.",
                    List.of("probability_active < 0.3 and frequency >= 2")),
            new Template(
                    BEHAVIOUR,
                    "Left a cart",
                    "They put something into the cart within 14 days and did not buy in the same session.",
                    List.of(
                            "did {cart} without {purchase} in the same session in the last 14 days",
                            "did {cart} without {purchase} within 3 days in the last 14 days")),
            new Template(
                    BEHAVIOUR,
                    "High intent",
                    "They looked at five things or more within a week and bought none of them.",
                    List.of(
                            "did {view} at least 5 times in the last 7 days and did not {purchase} in the last 7 days")),
            new Template(
                    BEHAVIOUR,
                    "Lookers, not buyers",
                    "They looked at twenty things or more within 90 days and bought nothing.",
                    List.of(
                            "did {view} at least 20 times in the last 90 days and did not {purchase} in the last 90 days")),
            new Template(
                    BEHAVIOUR,
                    "Quick deciders",
                    "They bought within an hour of putting something into the cart.",
                    List.of("did {cart} then {purchase} within 1 hours in the last 90 days")),
            new Template(
                    BEHAVIOUR,
                    "Gone quiet",
                    "They did something once, but nothing within 180 days.",
                    List.of("did event and did not event in the last 180 days")),
            new Template(
                    ENGAGEMENT,
                    "Highly engaged",
                    "They do a lot of late.",
                    List.of("engagement >= 66.67", "did event at least 10 times in the last 30 days")),
            new Template(
                    ENGAGEMENT,
                    "Somewhat engaged",
                    "They do something now and then.",
                    List.of(
                            "engagement >= 33.33 and engagement < 66.67",
                            "did event at least 3 times in the last 30 days and did event fewer than 10 times in the last 30 days")),
            new Template(
                    ENGAGEMENT,
                    "Hardly engaged",
                    "They do little or nothing of late.",
                    List.of("engagement < 33.33", "did event fewer than 3 times in the last 30 days")));

    private Templates() {}
}
