package corymb.importing;

import corymb.work.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** Gives the text of a file as UTF-8 bytes without a byte order mark, whatever encoding it is in. */
final class TextInput {
    private TextInput() {}

    static InputStream of(InputStream raw, String encoding) throws IOException {
        return charset(encoding).equals(StandardCharsets.UTF_8)
                ? withoutMark(raw)
                : new Transcoder(raw, charset(encoding));
    }

    static Charset charset(String encoding) {
        try {
            return Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw new Problem(
                            "The encoding " + encoding + " is not known.",
                            "",
                            "Choose another, such as UTF-8 or windows-1252.")
                    .asFailure();
        }
    }

    private static InputStream withoutMark(InputStream raw) throws IOException {
        var input = new PushbackInputStream(raw, 3);
        var head = input.readNBytes(3);
        boolean isMark = head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        if (!isMark) {
            input.unread(head);
        }
        return input;
    }

    /** Decodes one encoding and encodes UTF-8, strictly: no replacement character ever stands for what could not be read. */
    private static final class Transcoder extends InputStream {
        private static final char BYTE_ORDER_MARK = '\uFEFF';

        private final BufferedReader reader;
        private final Charset charset;
        private final char[] chars = new char[1 << 16];
        private byte[] bytes = new byte[0];
        private int position;
        private boolean isStarted;

        Transcoder(InputStream raw, Charset charset) {
            this.charset = charset;
            var decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            this.reader = new BufferedReader(new InputStreamReader(raw, decoder), 1 << 16);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (position == bytes.length && !fill()) {
                return -1;
            }
            int copied = Math.min(length, bytes.length - position);
            System.arraycopy(bytes, position, target, offset, copied);
            position += copied;
            return copied;
        }

        private boolean fill() throws IOException {
            int size = decode();
            if (size <= 0) {
                return false;
            }
            if (Character.isHighSurrogate(chars[size - 1])) {
                int low = reader.read();
                chars[size] = (char) low;
                size += low < 0 ? 0 : 1;
            }
            int from = !isStarted && chars[0] == BYTE_ORDER_MARK ? 1 : 0;
            isStarted = true;
            bytes = new String(chars, from, size - from).getBytes(StandardCharsets.UTF_8);
            position = 0;
            return bytes.length > 0 || fill();
        }

        private int decode() throws IOException {
            try {
                return reader.read(chars, 0, chars.length - 1);
            } catch (CharacterCodingException e) {
                throw new corymb.work.Failure(
                        new Problem(
                                "The file is not written in " + charset.name() + ".",
                                "",
                                "Choose another encoding; the preview shows whether it is right."),
                        e);
            }
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
