package corymb.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A SHA-256 checksum that grows value by value, the same for a value on its way into SQLite and out of it. */
final class Checksum {
    private final MessageDigest digest;

    Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String ofBytes(byte[] bytes) {
        var checksum = new Checksum();
        checksum.digest.update(bytes);
        return checksum.hex();
    }

    static String ofRow(List<? extends @Nullable Object> values) {
        return new Checksum().add(values).hex();
    }

    Checksum add(List<? extends @Nullable Object> row) {
        row.forEach(this::add);
        return this;
    }

    /** Numbers count by their value and everything else by its text; SQLite keeps a NaN as nothing and has no negative zero. */
    private void add(@Nullable Object value) {
        switch (value) {
            case null -> digest.update((byte) 0);
            case Boolean truth -> addNumber(truth ? 1 : 0);
            case Number number -> addNumber(number.doubleValue());
            case Object other -> addText(other.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void addNumber(double number) {
        if (Double.isNaN(number)) {
            digest.update((byte) 0);
        } else {
            digest.update((byte) 1);
            digest.update(
                    ByteBuffer.allocate(Double.BYTES).putDouble(number + 0.0).array());
        }
    }

    private void addText(byte[] text) {
        digest.update((byte) 2);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        digest.update(text);
    }

    String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /** The checksum; the next one grows from nothing. */
    byte[] bytes() {
        return digest.digest();
    }
}
