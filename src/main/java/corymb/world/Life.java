package corymb.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one person did at the firm in the months of the history.
 *
 * @param visits how many online visits it holds
 */
record Life(List<WebEvent> events, List<TillLine> lines, int visits) {
    /** What a web event is about. */
    enum EventType {
        VIEW,
        SEARCH,
        CART,
        PURCHASE
    }

    /**
     * One visit, online or to a shop.
     *
     * @param person whose it is
     * @param ordinal its place among that person's visits of its kind, from 0
     * @param day its day by the clock on the person's wall
     * @param place device or shop
     */
    record Visit(Person person, int ordinal, LocalDate day, Instant start, String place) {}

    /** One line of the web log. */
    record WebEvent(Visit visit, Instant time, EventType type, Subject subject) {}

    /**
     * What an event is about.
     *
     * @param sku the item; empty for a search
     * @param search what was typed; empty for all but searches
     * @param cents the price asked or paid; 0 for views and searches
     */
    record Subject(String sku, String search, int cents) {}

    /** One line of a till receipt. */
    record TillLine(Visit visit, Item item, int quantity, int cents) {
        /** This line with more of its item on it. */
        TillLine and(TillLine more) {
            return new TillLine(visit, item, quantity + more.quantity, cents + more.cents);
        }
    }
}
