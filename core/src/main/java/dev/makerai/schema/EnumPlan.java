package dev.makerai.schema;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.makerai.internal.naming.Nearest;
import dev.makerai.internal.naming.Place;
import dev.makerai.internal.naming.Shown;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The constants of an enum, by name. */
final class EnumPlan extends NamedPlan {
    private final Map<String, Object> constants = new LinkedHashMap<>();

    private EnumPlan(String typeName) {
        super(typeName);
    }

    static EnumPlan of(Class<?> type, Place place) {
        Object[] all = type.getEnumConstants();
        if (all == null || all.length == 0) {
            throw place.refuse(type, "the enum has no constants", "Give it some or leave it out");
        }
        EnumPlan plan = new EnumPlan(type.getSimpleName());
        int characters = 0;
        for (Object constant : all) {
            String name = ((Enum<?>) constant).name();
            plan.constants.put(name, constant);
            characters += name.length();
        }
        StrictLimits.checkEnum(type, all.length, characters, place);
        return plan;
    }

    @Override
    void body(SchemaWriter out, String description, boolean nullable) throws IOException {
        if (nullable) {
            out.openAnyOf(description);
            body(out, "", false);
            out.closeAnyOf(true);
            return;
        }
        JsonWriter json = out.open("string", description, false).name("enum").beginArray();
        for (String name : constants.keySet()) {
            out.enumValue(name);
        }
        json.endArray();
        out.close();
    }

    @Override
    public @Nullable Object read(ValueReader in) throws IOException {
        if (!in.isNext(JsonReader.Token.STRING, expected())) {
            return ValueReader.INVALID;
        }
        String name = in.json().nextString();
        Object constant = constants.get(name);
        if (constant != null) {
            return constant;
        }
        String meant = Nearest.of(name, constants.keySet());
        String hint = meant == null ? "" : " (did you mean " + meant + "?)";
        return in.mismatch(expected(), Shown.quoted(name) + hint);
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        out.value(((Enum<?>) Present.in(out, value)).name());
    }

    @Override
    public String expected() {
        String names = ValueReader.listed(constants.keySet());
        return constants.size() == 1 ? names : "one of " + names;
    }

    @Override
    public boolean isText() {
        return true;
    }
}
