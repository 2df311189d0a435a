package corymb.stats;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The one source of chance: every random step asks a seed for its generator. */
public record Seed(long value) {
    private static final long FNV_PRIME = 0x100000001b3L;

    /** A generator that starts at this seed; each call starts it anew. */
    public RandomGenerator generator() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(value);
    }

    /** An unrelated seed for one purpose, the same for the same name (64-bit FNV-1a of the name, started at this seed). */
    public Seed derive(String purpose) {
        long hash = 0xcbf29ce484222325L ^ value;
        for (byte octet : purpose.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
        }
        return new Seed(hash ^ (hash >>> 32));
    }

    /** An unrelated seed for the {@code index}-th of many like things, so that they can be worked on in any order. */
    public Seed derive(long index) {
        long mixed = value + (index + 1) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return new Seed(mixed ^ (mixed >>> 31));
    }
}
