package dev.makerai.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.cost.ModelPrice;
import dev.makerai.cost.PriceTable;
import dev.makerai.json.Json;
import dev.makerai.responses.Usage;
import dev.makerai.run.Approval;
import dev.makerai.run.Run;
import dev.makerai.run.RunEvent;
import dev.makerai.run.RunStream;
import dev.makerai.run.Steps;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Effect;
import dev.makerai.tools.Tool;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    @TempDir
    Path folder;

    private Path log;

    static final class Shop {
        @Tool(value = "Orders filament", effect = Effect.WRITE)
        String order(String material) {
            if (material.isEmpty()) {
                throw new IllegalStateException("hunter2");
            }
            return "Ordered " + material;
        }
    }

    @BeforeEach
    void nameTheLog() {
        log = folder.resolve("audit.jsonl");
    }

    private static ScriptedModel orders(String material) {
        return new ScriptedModel()
                .then(turn -> turn.call("order", Map.of("material", material)).usage(Usage.of(1_000, 0, 0, 100, 0)))
                .then(turn -> turn.say("Done"));
    }

    private List<Json> entries() throws Exception {
        return Files.readAllLines(log).stream().map(Json::parse).toList();
    }

    private static String text(Json entry, String member) {
        Json value = entry.get(member);
        return value == null ? "none" : value.string() == null ? value.text() : value.string();
    }

    @Test
    void itTellsWhoAllowedWhatAndWhatCameOfIt() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-11-27T10:00:00Z"), ZoneOffset.UTC);
        PriceTable prices = PriceTable.builtIn().with(ModelPrice.of("scripted-model", "1", "2"));
        Run<String> run;
        try (AuditLog audit =
                AuditLog.builder(log).withTexts().prices(prices).clock(clock).open()) {
            run = orders("PLA")
                    .ai()
                    .prompt("Order")
                    .tools(new Shop())
                    .approver(call -> Approval.approve("Anna"))
                    .listener(audit)
                    .run();
        }

        String start = "{\"at\":\"2026-11-27T10:00:00Z\",\"run\":\"" + run.id() + "\",\"event\":";
        List<String> lines = Files.readAllLines(log).stream()
                .map(line -> line.replaceAll("\"milliseconds\":\\d+", "\"milliseconds\":0"))
                .toList();
        assertTrue(lines.stream().allMatch(line -> line.startsWith(start)), lines::toString);
        String callId = run.toolCalls().get(0).id();
        String call = "\"call\":\"" + callId + "\",\"tool\":\"order\",";
        // By sha256sum.
        String arguments = "\"arguments_sha256\":\"c6d11bbe8bc2537d0a9c706c2c2c9a124a2ae9e51cd1e900bc6966b2d0bfd0bf\","
                + "\"arguments\":\"{\\\"material\\\":\\\"PLA\\\"}\"";
        assertEquals(
                List.of(
                        "\"round_started\",\"round\":1,\"model\":\"scripted-model\"}",
                        "\"approval\"," + call + "\"effect\":\"WRITE\",\"decision\":\"approved\",\"by\":\"Anna\","
                                + "\"preview\":" + Json.string("order(\"material\": \"PLA\")") + "}",
                        "\"tool_started\"," + call + arguments + "}",
                        "\"tool_finished\"," + call + arguments + ",\"outcome\":\"success\",\"milliseconds\":0,"
                                + "\"output_sha256\":\"14403641b61a84c65b0681086658f9051d62103e8d4a579ea4deb6391f57c190\","
                                + "\"output\":\"Ordered PLA\"}",
                        "\"round_finished\",\"round\":1,\"response\":\""
                                + run.steps().get(0).response().id()
                                + "\",\"model\":\"scripted-model\",\"milliseconds\":0,\"input_tokens\":1000,"
                                + "\"output_tokens\":100,\"cost\":\"0.0012\",\"currency\":\"USD\"}"),
                lines.subList(0, 5).stream()
                        .map(line -> line.substring(start.length()))
                        .toList());
        assertTrue(lines.get(6).contains("unknown_cost"), lines.get(6));
        assertEquals(start + "\"run_ended\",\"outcome\":\"completed\"}", lines.get(7));
        assertEquals(8, lines.size());
    }

    @Test
    void withoutTextsItHoldsNoneOfWhatWasSaid() throws Exception {
        try (AuditLog audit = AuditLog.open(log)) {
            orders("")
                    .ai()
                    .prompt("Secret question")
                    .tools(new Shop())
                    .approver(call -> Approval.approve())
                    .listener(audit)
                    .run();
        }
        String all = Files.readString(log);
        Json finished = entries().get(3);
        assertEquals("failed", text(finished, "outcome"));
        assertEquals("java.lang.IllegalStateException", text(finished, "cause"));
        assertEquals("none", text(finished, "trace"));
        assertEquals("none", text(entries().get(1), "by"));
        for (String secret : List.of("Secret question", "hunter2", "incident", "Done", "\"arguments\"")) {
            assertTrue(!all.contains(secret), all);
        }
    }

    @Test
    void withTextsTheTraceOfAnExceptionIsThere() throws Exception {
        try (AuditLog audit = AuditLog.builder(log).withTexts().open()) {
            orders("")
                    .ai()
                    .prompt("Order")
                    .tools(new Shop())
                    .approver(call -> Approval.approve())
                    .listener(audit)
                    .run();
        }
        assertTrue(text(entries().get(3), "trace").contains("IllegalStateException: hunter2\n\tat dev.makerai"));
    }

    @Test
    void deniedAndPostponedCallsAreNoted() throws Exception {
        try (AuditLog audit = AuditLog.builder(log).withTexts().open()) {
            orders("PLA")
                    .ai()
                    .prompt("Order")
                    .tools(new Shop())
                    .approver(call -> Approval.deny("Too dear.", "Ben"))
                    .listener(audit)
                    .run();
            orders("PLA")
                    .ai()
                    .prompt("Order")
                    .tools(new Shop())
                    .approver(call -> Approval.later())
                    .listener(audit)
                    .run();
        }
        List<Json> approvals = entries().stream()
                .filter(entry -> text(entry, "event").equals("approval"))
                .toList();
        assertEquals("denied Ben Too dear.", decision(approvals.get(0)));
        assertEquals("later none none", decision(approvals.get(1)));
        List<Json> all = entries();
        assertEquals("awaiting_approval", text(all.get(all.size() - 1), "outcome"));
    }

    private static String decision(Json entry) {
        return text(entry, "decision") + " " + text(entry, "by") + " " + text(entry, "reason");
    }

    @Test
    void itIsAppendedToAndACutLineStaysAlone() throws Exception {
        Files.writeString(log, "{\"at\":\"2026-11-26T10:00:00Z\"}\n{\"at\":\"2026-11-2");
        try (AuditLog audit = AuditLog.open(log)) {
            new ScriptedModel()
                    .then(turn -> turn.say("Hello"))
                    .ai()
                    .prompt("Hi")
                    .listener(audit)
                    .run();
        }
        List<String> lines = Files.readAllLines(log);
        assertEquals("{\"at\":\"2026-11-26T10:00:00Z\"}", lines.get(0));
        assertEquals("{\"at\":\"2026-11-2", lines.get(1));
        assertEquals("round_started", text(Json.parse(lines.get(2)), "event"));
        assertEquals(5, lines.size());
    }

    @Test
    void aRunThatIsGivenUpHasAnEnd() throws Exception {
        try (AuditLog audit = AuditLog.open(log)) {
            try (RunStream<String> events = orders("PLA").ai().prompt("Order").listener(audit).stream()) {
                events.iterator().next();
            }
            try (Steps<String> steps =
                    orders("PLA").ai().prompt("Order").listener(audit).steps()) {
                steps.iterator().next();
            }
        }
        List<String> ends = entries().stream()
                .filter(entry -> text(entry, "event").equals("run_ended"))
                .map(entry -> text(entry, "outcome"))
                .toList();
        assertEquals(List.of("cancelled", "cancelled"), ends);
    }

    @Test
    void aListenerThatFailsIsNotToldTheEndOfTheRunThatItEnded() {
        List<RunEvent> heard = new ArrayList<>();
        assertThrows(
                IllegalStateException.class,
                () -> orders("PLA")
                        .ai()
                        .prompt("Order")
                        .listener((runId, event) -> {
                            heard.add(event);
                            throw new IllegalStateException("full");
                        })
                        .run());
        assertEquals(1, heard.size());
    }

    @Test
    void manyRunsWriteWholeLinesIntoOneLog() throws Exception {
        int count = 16;
        List<Thread> threads = new ArrayList<>();
        try (AuditLog audit = AuditLog.open(log);
                AuditLog second = AuditLog.open(log)) {
            for (int i = 0; i < count; i++) {
                AuditLog mine = i % 2 == 0 ? audit : second;
                Thread thread = new Thread(() -> orders("PLA")
                        .ai()
                        .prompt("Order")
                        .tools(new Shop())
                        .approver(call -> Approval.approve())
                        .listener(mine)
                        .run());
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        Map<String, List<Json>> runs = entries().stream().collect(Collectors.groupingBy(entry -> text(entry, "run")));
        assertEquals(count, runs.size());
        assertEquals(Set.of(8), runs.values().stream().map(List::size).collect(Collectors.toSet()));
    }

    @Test
    void whatCannotBeWrittenEndsTheRun() {
        AuditLog closed = AuditLog.open(log);
        closed.close();
        IllegalStateException problem = assertThrows(
                IllegalStateException.class,
                () -> orders("PLA").ai().prompt("Order").listener(closed).run());
        assertTrue(problem.getMessage().contains("audit.jsonl is closed"), problem.getMessage());
        UncheckedIOException none = assertThrows(
                UncheckedIOException.class,
                () -> AuditLog.open(folder.resolve("missing").resolve("audit.jsonl")));
        assertTrue(none.getMessage().contains("cannot be opened"), none.getMessage());
    }
}
