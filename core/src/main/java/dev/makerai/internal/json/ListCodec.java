package dev.makerai.internal.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array of values of one type; null elements are left out, a missing list is empty. */
final class ListCodec<E> extends Codec<List<E>> {
    private final Codec<E> elements;

    ListCodec(Codec<E> elements) {
        this.elements = elements;
    }

    @Override
    public @Nullable List<E> read(WireReader in) throws IOException {
        if (in.peek() != JsonReader.Token.BEGIN_ARRAY) {
            return in.mismatch("an array");
        }
        List<E> list = new ArrayList<>(4);
        boolean fits = true;
        in.beginArray();
        while (in.hasNext()) {
            if (in.skipNull()) {
                continue;
            }
            E element = elements.read(in);
            if (element == null) {
                fits = false;
            } else {
                list.add(element);
            }
        }
        in.endArray();
        return fits ? List.copyOf(list) : null;
    }

    @Override
    public void write(JsonWriter out, List<E> value) throws IOException {
        out.beginArray();
        for (E element : value) {
            elements.write(out, element);
        }
        out.endArray();
    }

    @Override
    List<E> absent() {
        return List.of();
    }
}
