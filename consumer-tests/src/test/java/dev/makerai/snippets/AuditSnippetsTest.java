package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.MakerAi;
import dev.makerai.audit.AuditLog;
import dev.makerai.audit.RunReport;
import dev.makerai.run.Approval;
import dev.makerai.run.Run;
import dev.makerai.snippets.ToolCareSnippetsTest.Printers;
import dev.makerai.snippets.ToolSnippetsTest.Shop;
import dev.makerai.testing.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets about what runs leave behind. */
class AuditSnippetsTest {
    @TempDir
    Path folder;

    static final class Audited {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            try (AuditLog audit = AuditLog.open(Path.of("audit.jsonl"))) {
                ai.prompt("Preheat for PETG")
                        .tools(new Printers())
                        .approver(call -> Approval.approve("Anna"))
                        .listener(audit)
                        .run();
            }
        }
    }

    static final class Reported {
        public static void main(String[] args) {
            MakerAi ai = MakerAi.fromEnv();
            Run<String> run =
                    ai.prompt("What do 2 kg of PETG cost?").tools(new Shop()).run();
            RunReport.of(run).write(Path.of("run.html"));
        }
    }

    @Test
    void anAuditLogSaysWhoAllowedACall() throws Exception {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("heat_nozzle", Map.of("printer", "mk4", "celsius", 240)))
                .then(turn -> turn.say("Heating."));
        assertEquals("", Program.output(Audited.class, folder, model));
        assertTrue(
                Files.readString(folder.resolve("audit.jsonl")).contains("\"decision\":\"approved\",\"by\":\"Anna\""));
    }

    @Test
    void aReportIsAPage() throws Exception {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("price_per_kilogram", Map.of("material", "PETG")))
                .then(turn -> turn.say("49.80 EUR"));
        assertEquals("", Program.output(Reported.class, folder, model));
        String page = Files.readString(folder.resolve("run.html"));
        assertTrue(page.contains("<h1>What do 2 kg of PETG cost?</h1>") && page.contains("24.90"), page);
    }
}
