package corymb.importing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Tells whether bytes are text in UTF-8. */
public final class Utf8 {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer decoded = CharBuffer.allocate(1 << 12);

    public boolean isValid(byte[] bytes, int from, int to) {
        var rest = ByteBuffer.wrap(bytes, from, to - from);
        decoder.reset();
        CoderResult result;
        do {
            result = decoder.decode(rest, decoded.clear(), true);
        } while (result.isOverflow());
        return result.isUnderflow();
    }
}
