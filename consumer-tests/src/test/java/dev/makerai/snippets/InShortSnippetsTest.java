package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.Conversation;
import dev.makerai.MakerAi;
import dev.makerai.batches.BatchResults;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.run.Run;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole programs of the guide's first section, and how many lines a user writes for each. */
class InShortSnippetsTest {
    private static final Map<String, Integer> MOST_LINES = Map.of(
            "Hello",
            2,
            "Typed output",
            3,
            "Streaming",
            2,
            "A photo",
            2,
            "A follow-up",
            3,
            "Two tools",
            9,
            "A batch",
            4);

    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static final String BATCH = "{\"id\":\"batch_1\",\"status\":\"completed\",\"output_file_id\":\"file-out\"}";

    @TempDir
    Path folder;

    enum Material {
        PLA,
        PETG
    }

    public static final class Hello {
        public static void main(String[] arguments) {
            MakerAi ai = MakerAi.fromEnv();
            System.out.println(ai.ask("Which filament for a car dashboard?"));
        }
    }

    @Test
    void hello() throws Exception {
        assertEquals("ASA\n", Program.output(Hello.class, folder, new ScriptedModel().then(turn -> turn.say("ASA"))));
    }

    public static final class Typed {
        public static void main(String[] arguments) {
            record Advice(String filament, String reason) {}
            Advice advice = MakerAi.fromEnv().ask("Which filament for a car dashboard?", Advice.class);
            System.out.println(advice.filament() + ": " + advice.reason());
        }
    }

    @Test
    void typedOutput() throws Exception {
        ScriptedModel model =
                new ScriptedModel().then(turn -> turn.answer(Map.of("filament", "ASA", "reason", "It stands heat")));

        assertEquals("ASA: It stands heat\n", Program.output(Typed.class, folder, model));
    }

    public static final class Streaming {
        public static void main(String[] arguments) {
            MakerAi ai = MakerAi.fromEnv();
            ai.stream("Explain warping", System.out::print);
        }
    }

    @Test
    void streaming() throws Exception {
        ScriptedModel model = new ScriptedModel().then(turn -> turn.say("It cools and shrinks"));

        assertEquals("It cools and shrinks", Program.output(Streaming.class, folder, model));
    }

    public static final class Photo {
        public static void main(String[] arguments) {
            MakerAi ai = MakerAi.fromEnv();
            System.out.println(ai.prompt("What went wrong?")
                    .image(Path.of("print.png"))
                    .run()
                    .value());
        }
    }

    @Test
    void photo() throws Exception {
        Files.write(folder.resolve("print.png"), Base64.getDecoder().decode(PIXEL));

        assertEquals(
                "It warped\n",
                Program.output(Photo.class, folder, new ScriptedModel().then(turn -> turn.say("It warped"))));
    }

    public static final class FollowUp {
        public static void main(String[] arguments) {
            Conversation chat = MakerAi.fromEnv().conversation();
            chat.ask("PLA or PETG?");
            System.out.println(chat.ask("And outdoors?"));
        }
    }

    @Test
    void followUp() throws Exception {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.say("PLA"))
                .then(turn -> turn.expect(turn.asked().equals("And outdoors?"), "the second question")
                        .say("PETG"));

        assertEquals("PETG\n", Program.output(FollowUp.class, folder, model));
    }

    public static final class TwoTools {
        static Map<Material, Double> prices = Map.of(Material.PETG, 24.9);
        static Map<String, Double> weights = Map.of("bracket", 41.5);

        public static void main(String[] arguments) {
            class Shop {
                @Tool("Price of one kilogram of filament, in EUR")
                double pricePerKilogram(Material material) {
                    return prices.get(material);
                }

                @Tool("Weight of a part from our shelf, in grams")
                double weight(String part) {
                    return weights.get(part);
                }
            }
            MakerAi ai = MakerAi.fromEnv();
            Run<String> run = ai.prompt("What does the filament for a bracket in PETG cost?")
                    .tools(new Shop())
                    .run();
            System.out.println(run.value());
        }
    }

    @Test
    void twoTools() throws Exception {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PETG"))
                        .call("weight", Map.of("part", "bracket")))
                .then(turn -> turn.say(turn.output("price_per_kilogram") + " * " + turn.output("weight") + " g"));

        assertEquals("24.9 * 41.5 g\n", Program.output(TwoTools.class, folder, model));
    }

    public static final class OfManyParts {
        static List<String> texts = List.of("Describe a bracket");

        public static void main(String[] arguments) {
            var requests = texts.stream()
                    .map(text ->
                            ResponseRequest.builder("gpt-6-luna").input(text).build())
                    .toList();
            try (BatchResults results =
                    MakerAi.fromEnv().batches().submit(requests).results(Duration.ofHours(25))) {
                results.forEach(result -> System.out.println(result.response().outputText()));
            }
        }
    }

    @Test
    void batch() throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("POST /v1/files", "{\"id\":\"file-in\"}");
        answers.put("POST /v1/batches", BATCH);
        answers.put("GET /v1/batches/batch_1", BATCH);
        answers.put(
                "GET /v1/files/file-out/content",
                "{\"custom_id\":\"1\",\"response\":{\"status_code\":200,\"body\":{\"output\":[{\"type\":\"message\","
                        + "\"id\":\"m\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":"
                        + "\"An angle of metal\"}]}]}}}\n");

        assertEquals("An angle of metal\n", Program.output(OfManyParts.class, folder, answers));
    }

    @Test
    void eachIsAsShortAsItShouldBe() throws Exception {
        String guide = Files.readString(Path.of("../core/README.md"));
        int begin = guide.indexOf("## In short");
        String section = guide.substring(begin, guide.indexOf("\n## ", begin + 1));
        Matcher sample = Pattern.compile("([A-Z][a-z -]+):\n\n```java\n(.*?)```", Pattern.DOTALL)
                .matcher(section);
        Map<String, Long> lines = new LinkedHashMap<>();
        while (sample.find()) {
            lines.put(sample.group(1), sample.group(2).lines().count());
        }
        assertEquals(MOST_LINES.keySet(), lines.keySet());
        lines.forEach((name, count) -> assertTrue(count <= MOST_LINES.get(name), name + " has " + count + " lines"));
        assertTrue(section.lines().allMatch(line -> line.length() <= 120), "a line is longer than a page is wide");
    }
}
