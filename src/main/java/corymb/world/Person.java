package corymb.world;

import java.time.LocalDate;

/**
 * One real person, as nobody at the firm sees them.
 *
 * @param index the person's number, from 0
 * @param persona why the person shops
 */
record Person(int index, Persona persona, Traits traits, Home home, Membership membership) {
    /** The name the truth files give the person. */
    String id() {
        return "P%06d".formatted(index + 1);
    }

    boolean isCustomer() {
        return membership.customer();
    }

    /** Who someone is. */
    record Traits(String firstName, String gender, LocalDate born, String email, String phone) {}

    /** What a household shares. */
    record Home(String familyName, Language language, Country.Address address) {
        Country country() {
            return address.country();
        }
    }

    /**
     * Where the firm knows someone from.
     *
     * @param signup when the person came to the firm
     * @param channel what brought the person
     * @param customer has an account, and so a record in the customer file
     * @param loyal has a loyalty card
     * @param subscriber gets the newsletter
     */
    record Membership(LocalDate signup, String channel, boolean customer, boolean loyal, boolean subscriber) {}
}
