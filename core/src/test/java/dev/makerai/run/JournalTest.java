package dev.makerai.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.Prompt;
import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Effect;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are noted as they go, and taken up after a crash. */
class JournalTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private final Printer printer = new Printer();

    static final class Printer {
        int prints;
        int looks;

        @Tool(value = "Begins to print", effect = Effect.MACHINE)
        String print(String file) {
            prints++;
            return "prints " + file;
        }

        @Tool("Looks")
        String look() {
            looks++;
            return "idle";
        }
    }

    private Path file() {
        return folder.resolve("job.jsonl");
    }

    private Prompt prompt() {
        return model.ai()
                .prompt("Print")
                .tools(printer)
                .approver(Approver.upTo(Effect.MACHINE))
                .journal(file());
    }

    private static RunListener crashingAt(Class<? extends RunEvent> event) {
        return (id, seen) -> {
            if (event.isInstance(seen)) {
                throw new IllegalStateException("crash");
            }
        };
    }

    @Test
    void theSameLinesGoOnAfterACrash() throws IOException {
        model.then(turn -> turn.call("look", Map.of()).call("print", Map.of("file", "a.gcode")))
                .then(turn -> turn.say("It prints."));
        assertThrows(
                IllegalStateException.class,
                () -> prompt().listener(crashingAt(RunEvent.RoundFinished.class))
                        .run());
        assertEquals(1, printer.prints);
        Run<String> run = prompt().run();
        assertEquals("It prints.", run.value());
        assertEquals(1, printer.prints);
        assertEquals(1, printer.looks);
        assertEquals(2, run.steps().size());

        Run<String> again = prompt().run();
        assertEquals("It prints.", again.value());
        assertEquals(run.id(), again.id());
        assertEquals(2, model.requests().size());
        for (String line : Files.readAllLines(file())) {
            assertEquals(Json.Kind.OBJECT, Json.parse(line).kind());
        }
    }

    @Test
    void aCrashBeforeTheAnswerAsksAgain() {
        model.then(turn -> turn.say("Hello."));
        assertThrows(
                IllegalStateException.class,
                () -> prompt().listener(crashingAt(RunEvent.RoundStarted.class)).run());
        assertEquals("Hello.", prompt().run().value());
    }

    @Test
    void whatAServiceWroteOverSeveralLinesGoesBackAsItWas() throws Exception {
        String call =
                "{\r\n  \"type\": \"function_call\",\n\t\"call_id\": \"c1\", \"name\": \"look\",\n  \"arguments\":"
                        + " \"{}\",\r\n  \"id\": \"fc_1\"}";
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(response("resp_1", call));
            server.enqueue(new MockResponse.Builder().code(400).body("{}").build());
            server.enqueue(response(
                    "resp_2",
                    "{\"type\":\"message\",\"id\":\"m\",\"role\":\"assistant\",\"content\":"
                            + "[{\"type\":\"output_text\",\"text\":\"Idle.\"}]}"));
            server.start();
            Prompt prompt = MakerAi.builder()
                    .baseUrl(server.url("/v1").toString())
                    .model("m")
                    .build()
                    .prompt("Look")
                    .tools(printer)
                    .request(request -> request.store(false))
                    .journal(file());

            assertInstanceOf(RunEnd.Failed.class, prompt.run().end());
            assertEquals("Idle.", prompt.run().value());

            server.takeRequest();
            String first = server.takeRequest().getBody().utf8();
            assertTrue(first.contains(call), first);
            String second = server.takeRequest().getBody().utf8();
            assertTrue(second.contains(call), second);
            assertEquals(1, printer.looks);
        }
    }

    private static MockResponse response(String id, String item) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body("{\"id\":\"" + id
                        + "\",\n\"object\":\"response\",\"status\":\"completed\",\"model\":\"m\",\"output\":[" + item
                        + "],\"usage\":null}")
                .build();
    }

    @Test
    void aLineThatWasCutOffByTheCrashIsLeftOut() throws IOException {
        model.then(turn -> turn.call("print", Map.of("file", "a.gcode"))).then(turn -> turn.say("It prints."));
        assertThrows(
                IllegalStateException.class,
                () -> prompt().listener(crashingAt(RunEvent.RoundFinished.class))
                        .run());
        Files.writeString(file(), "{\"record\":\"resp", StandardOpenOption.APPEND);
        assertEquals(1, SavedRun.read(file()).steps().size());
        assertEquals("It prints.", prompt().run().value());
        assertEquals(1, printer.prints);
    }

    @Test
    void aDamagedJournalIsRefusedWithItsLine() throws IOException {
        model.then(turn -> turn.say("Hello."));
        prompt().run();
        List<String> lines = Files.readAllLines(file());
        Files.writeString(file(), lines.get(0) + "\n{broken\n" + lines.get(1) + "\n");
        DecodeException refused = assertThrows(DecodeException.class, () -> prompt().run());
        assertTrue(refused.getMessage().contains("line 2"), refused::getMessage);
    }

    @Test
    void anotherRunIsNotMixedIn() {
        model.then(turn -> turn.say("Hello."));
        prompt().run();
        JournalException refused = assertThrows(
                JournalException.class,
                () -> model.ai().prompt("Something else").journal(file()).run());
        assertTrue(refused.getMessage().contains("another run"), refused::getMessage);
    }

    @Test
    void aJournalThatIsInUseIsRefused() {
        model.then(turn -> turn.say("Hello."));
        try (Steps<String> steps = prompt().steps()) {
            JournalException refused = assertThrows(JournalException.class, () -> prompt().run());
            assertTrue(refused.getMessage().contains("in use"), refused::getMessage);
            steps.iterator().next();
        }
        assertEquals("Hello.", prompt().run().value());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path lost = folder.resolve("lost").resolve("job.jsonl");
        JournalException refused = assertThrows(
                JournalException.class,
                () -> model.ai().prompt("Hello?").journal(lost).run());
        assertTrue(refused.getMessage().contains(lost.toString()), refused::getMessage);
    }

    @Test
    void aRunThatIsResumedWithAChangedRequestIsTakenUpWithThatAfterAnotherCrash() {
        model.then(turn -> turn.call("look", Map.of()))
                .then(turn -> turn.fail(500, "server_error", "Oops"))
                .then(turn -> turn.call("look", Map.of()))
                .then(turn -> turn.say("Idle."));
        assertInstanceOf(RunEnd.Failed.class, prompt().run().end());
        SavedRun saved = SavedRun.read(file());
        assertThrows(
                IllegalStateException.class,
                () -> model.ai()
                        .resume(saved)
                        .tools(printer)
                        .model("another-model")
                        .journal(file())
                        .listener(crashingAt(RunEvent.RoundFinished.class))
                        .run());
        assertThrows(
                JournalException.class,
                () -> model.ai().resume(saved).tools(printer).journal(file()).run());
        assertEquals("Idle.", prompt().run().value());
        assertEquals("\"another-model\"", String.valueOf(model.requests().get(3).get("model")));
        assertEquals(2, printer.looks);
    }

    @Test
    void anInterruptDoesNotHurtTheJournal() {
        model.then(turn -> turn.call("look", Map.of())).then(turn -> turn.say("Idle."));
        Run<String> cancelled = prompt().listener((id, event) -> {
                    if (event instanceof RunEvent.ToolStarted) {
                        Thread.currentThread().interrupt();
                    }
                })
                .run();
        assertTrue(Thread.interrupted());
        assertInstanceOf(RunEnd.Cancelled.class, cancelled.end());
        assertEquals("Idle.", prompt().run().value());
    }

    /** The program that is killed; the machine stands at the other end of a file. */
    static final class Killed {
        private Killed() {}

        static final class Machine {
            private final Path did;

            Machine(Path did) {
                this.did = did;
            }

            @Tool(value = "Begins to print", effect = Effect.MACHINE)
            String print(String file) throws Exception {
                Files.writeString(did, file + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                new CountDownLatch(1).await();
                return "never";
            }
        }

        static Prompt prompt(String url, Path folder) {
            return MakerAi.builder()
                    .baseUrl(url)
                    .apiKey("k")
                    .model("m")
                    .build()
                    .prompt("Print")
                    .tools(new Machine(folder.resolve("did")))
                    .approver(Approver.upTo(Effect.MACHINE))
                    .journal(folder.resolve("job.jsonl"));
        }

        public static void main(String[] arguments) {
            Run<String> unused = prompt(arguments[0], Path.of(arguments[1])).run();
        }
    }

    @Test
    void aMachineIsNotMovedAgainAfterTheProgramWasKilledMeanwhile() throws Exception {
        model.then(turn -> turn.call("print", Map.of("file", "a.gcode")))
                .then(turn -> turn.say("Please look at the printer."));
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new ToScript(model));
            server.start();
            String url = server.url("/v1").toString();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Killed.class.getName(),
                            url,
                            folder.toString())
                    .inheritIO()
                    .start();
            Path did = folder.resolve("did");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while ((!Files.exists(did) || Files.size(did) == 0) && process.isAlive() && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            process.destroyForcibly();
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals(List.of("a.gcode"), Files.readAllLines(did));

            Run<String> run = Killed.prompt(url, folder).run();
            assertEquals("Please look at the printer.", run.value());
            assertEquals(List.of("a.gcode"), Files.readAllLines(did));
            ToolResult.Failure print = assertInstanceOf(
                    ToolResult.Failure.class, run.toolCalls().get(0).result());
            assertEquals(ToolResult.Kind.OUTCOME_UNKNOWN, print.kind());
            assertTrue(print.output().contains("Ask the person to look"), print::output);
            assertFalse(Files.readString(folder.resolve("job.jsonl")).contains("\"tools\""));
        }
    }

    /** Answers real requests from a script. */
    private static final class ToScript extends Dispatcher {
        private final ScriptedModel model;

        ToScript(ScriptedModel model) {
            this.model = model;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            Request asked = new Request.Builder()
                    .url("http://scripted-model.invalid/v1/responses")
                    .post(RequestBody.create(request.getBody().toByteArray(), MediaType.get("application/json")))
                    .build();
            try (Response answer = model.httpClient().newCall(asked).execute()) {
                return new MockResponse.Builder()
                        .code(answer.code())
                        .body(answer.body().string())
                        .build();
            } catch (IOException e) {
                return new MockResponse.Builder().code(500).body(e.toString()).build();
            }
        }
    }
}
