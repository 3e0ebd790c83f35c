package dev.makerai.schema;

import static dev.makerai.schema.PartialProblemTest.refused;
import static dev.makerai.schema.PartialReaderTest.add;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.schema.PartialReaderTest.Address;
import dev.makerai.schema.PartialReaderTest.Line;
import dev.makerai.schema.PartialReaderTest.Quote;
import dev.makerai.schema.RecordCases.Circle;
import dev.makerai.schema.RecordCases.Shape;
import dev.makerai.schema.SchemaCase.TypeOf;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is known of a value, as a record of the user's. */
class PartialDraftTest {
    record AddressDraft(@Nullable String city, Optional<Integer> zip) {}

    record Draft(
            @Nullable String summary,
            Optional<BigDecimal> price,
            @Nullable AddressDraft address,
            Map<String, Integer> stock,
            List<Line> lines) {}

    record WholeDraft(@Nullable String summary, @Nullable Address address) {}

    record ShapeDraft(@Nullable Circle circle, @Nullable SquareDraft square) {}

    record SquareDraft(@Nullable Double sideLength) {}

    @Test
    void whatHasNotComeIsNullOrEmpty() {
        assertEquals(
                new Draft("A brac", Optional.empty(), null, Map.of(), List.of()),
                partial("{\"summary\":\"A brac").as(Draft.class));
        assertEquals(
                new Draft(
                        null,
                        Optional.of(new BigDecimal("4.20")),
                        new AddressDraft("Gr", Optional.empty()),
                        Map.of(),
                        List.of()),
                partial("{\"price\":4.20,\"address\":{\"city\":\"Gr").as(Draft.class));
        assertEquals(
                new Draft(null, Optional.empty(), null, Map.of("a", 1), List.of(new Line("x", BigDecimal.ONE))),
                partial(
                                "{\"stock\":[{\"key\":\"a\",\"value\":1}],\"lines\":[{\"text\":\"x\",\"amount\":1},{\"text\":\"y")
                        .as(Draft.class));
    }

    @Test
    void aRecordInsideThatIsNoDraftIsThereWhenItHasEnded() {
        String text = "{\"summary\":\"a\",\"address\":{\"city\":\"Graz\",\"zip\":8010";

        assertEquals(new WholeDraft("a", null), partial(text).as(WholeDraft.class));
        assertEquals(
                new WholeDraft("a", new Address("Graz", 8010)),
                partial(text + "}").as(WholeDraft.class));
    }

    @Test
    void whatDoesNotFitTheSchemaIsMissingInADraft() {
        assertEquals(
                new WholeDraft(null, null),
                partial("{\"address\":{\"city\":\"Graz\",\"zip\":-1},\"price\":1,")
                        .as(WholeDraft.class));
        assertEquals(
                new WholeDraft("a", null),
                partial("{\"address\":{\"zip\":\"x\"},\"summary\":\"a").as(WholeDraft.class));
        assertEquals(new WholeDraft(null, null), partial("{\"summary\":5,").as(WholeDraft.class));
    }

    @Test
    void listsAndInterfacesHaveDraftsToo() {
        Partial<?> list = add(
                Schema.of(new TypeOf<List<Line>>() {}.type()).partials(),
                "{\"value\":[{\"text\":\"x\",\"amount\":1},{\"text\":\"y");
        Partial<Shape> shape = add(Schema.of(Shape.class).partials(), "{\"value\":{\"square\":{\"side_length\":2,");

        assertEquals(List.of(new Line("x", BigDecimal.ONE)), Arrays.asList(list.as(Line[].class)));
        assertEquals(new ShapeDraft(null, new SquareDraft(2.0)), shape.as(ShapeDraft.class));
        assertEquals(
                "ab", add(Schema.of(String.class).partials(), "{\"value\":\"ab").as(String.class));
        Partial<Shape> nothing = add(Schema.of(Shape.class).partials(), "{\"value\":5,");
        assertEquals(new ShapeDraft(null, null), nothing.as(ShapeDraft.class));
    }

    @Test
    void aDraftThatCannotFitIsRefusedAtOnce() {
        record Typo(@Nullable String sumary) {}
        record Required(String summary) {}
        record Primitive(int price) {}
        record WrongType(@Nullable Boolean price) {}
        record Inside(@Nullable Typo address) {}

        Partial<Quote> partial = partial("{\"price\":1,");
        refused(
                "Typo.sumary is never filled: Quote has no member sumary. Did you mean summary?",
                () -> partial.as(Typo.class));
        refused(
                "Required.summary may not be there yet. Mark it @Nullable, or make it Optional or a list.",
                () -> partial.as(Required.class));
        refused(
                "Primitive.price may not be there yet. Mark it @Nullable, or make it Optional or a list.",
                () -> partial.as(Primitive.class));
        refused(
                "Inside.address.sumary is never filled: address has no member sumary. It has city, zip.",
                () -> partial.as(Inside.class));
        refused(
                "WrongType cannot hold what is known of Quote: $.price: expected true or false, found 1. Give its"
                        + " components the types that Quote has.",
                () -> partial.as(WrongType.class));
    }

    private static Partial<Quote> partial(String text) {
        return add(Schema.of(Quote.class).partials(), text);
    }

    @Test
    void everyQuestionHasAnAnswerWhateverComes() {
        Random random = new Random(47);
        RandomDocuments documents = new RandomDocuments(Schema.of(Quote.class).json(), random);
        int addresses = 0;
        for (int i = 0; i < 2_000; i++) {
            String document = documents.next();
            String text = i % 2 == 0 ? document : RandomDocuments.mutated(document, random);
            PartialReader<Quote> reader = Schema.of(Quote.class).partials();
            for (int start = 0; start < text.length(); start += 5) {
                Partial<Quote> partial = reader.add(text.substring(start, Math.min(text.length(), start + 5)));
                if (partial != null) {
                    assertAnswers(partial, text);
                    addresses += partial.get("address", Address.class) == null ? 0 : 1;
                }
            }
        }
        assertTrue(addresses > 2_000, addresses + " addresses");
    }

    /** A draft says the same as the questions. */
    private static void assertAnswers(Partial<Quote> partial, String text) {
        Draft draft = partial.as(Draft.class);
        assertEquals(partial.text("summary"), draft.summary(), text);
        assertEquals(Optional.ofNullable(partial.get("price", BigDecimal.class)), draft.price(), text);
        assertEquals(partial.list("lines", Line.class), draft.lines(), text);
        AddressDraft address = draft.address() == null ? new AddressDraft(null, Optional.empty()) : draft.address();
        assertEquals(partial.text("address.city"), address.city(), text);
        assertEquals(Optional.ofNullable(partial.get("address.zip", Integer.class)), address.zip(), text);
        assertEquals(
                partial.get("address", Address.class),
                partial.as(WholeDraft.class).address(),
                text);
    }
}
