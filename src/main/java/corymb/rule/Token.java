package corymb.rule;

import corymb.sql.Expression.Constant;

/** A piece of a rule text, from {@code start} to before {@code end}. */
sealed interface Token {
    int start();

    int end();

    /** A keyword or the name of a field; between backticks it is always a name. */
    record Word(int start, int end, String text, boolean isQuoted) implements Token {
        boolean is(Keyword keyword) {
            return !isQuoted && keyword.word().equalsIgnoreCase(text);
        }
    }

    record Literal(int start, int end, Constant value) implements Token {}

    record Symbol(int start, int end, String text) implements Token {}

    /** Something that is no token; tells what is wrong with it. */
    record Bad(int start, int end, String what) implements Token {}

    record End(int start, int end) implements Token {}
}
