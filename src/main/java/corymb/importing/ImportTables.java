package corymb.importing;

import corymb.sql.Engine;
import java.util.List;

/** The names of the tables of one import. */
record ImportTables(String data) {
    String rejects() {
        return data + "_rejects";
    }

    String unreadable() {
        return data + "_unreadable";
    }

    String staging(Chunk chunk) {
        return data + "_staging_" + chunk.number();
    }

    String sample() {
        return data + "_sample";
    }

    String odd() {
        return data + "_odd";
    }

    String located() {
        return data + "_located";
    }

    String hashes() {
        return data + "_hashes";
    }

    String repeated() {
        return data + "_repeated";
    }

    String lines() {
        return data + "_lines";
    }

    String entries() {
        return data + "_entries";
    }

    void dropAll(Engine engine) {
        List.of(data, rejects(), unreadable()).forEach(engine::drop);
    }
}
