package dev.makerai.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import dev.makerai.errors.MakerAiException;
import dev.makerai.run.ResumeTest.Printers;
import dev.makerai.testing.ScriptedModel;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from files that are no saved runs, or damaged ones. */
class SavedRunTest {
    private final ScriptedModel model = new ScriptedModel();
    private final Printers printers = new Printers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"maker_ai_run\":2,\"records\":[]}",
                "{\"maker_ai_run\":1}",
                "{\"maker_ai_run\":1,\"records\":[{}]}",
                "{\"maker_ai_run\":1,\"records\":[{\"record\":\"end\",\"how\":\"failed\"}]}",
                "{\"record\":\"end\",\"how\":\"failed\"}\n",
                "not json\n",
                "{\"record\":\"run\",\"format\":1,\"id\":\"r\",\"request\":{}}\n",
                "{\"record\":\"run\",\"format\":1,\"id\":\"r\",\"request\":{\"model\":\"m\"}}\n{\"record\":\"new\"}\n",
                "{\"record\":\"run\",\"format\":1,\"id\":\"r\",\"request\":{\"model\":\"m\"}}\nbroken\n{}\n"
            })
    void whatIsNoSavedRunIsRefusedWithAPlace(String text) {
        MakerAiException refused = assertThrows(MakerAiException.class, () -> SavedRun.parse(text));
        assertInstanceOf(DecodeException.class, refused);
    }

    @Test
    void aDamagedSavedRunIsRefusedOrReadButNothingElse() {
        model.then(turn -> turn.call("look", Map.of("printer", "A")).call("heat", Map.of("printer", "A", "celsius", 1)))
                .then(turn -> turn.call("show", Map.of()))
                .then(turn -> turn.call("heat", Map.of("printer", "B", "celsius", 2)));
        String saved = model.ai()
                .prompt("Look")
                .tools(printers)
                .approver(call -> call.preview().contains("A") ? Approval.approve() : Approval.later())
                .run()
                .save()
                .toJson()
                .text();
        Random random = new Random(42);
        String tokens = "{}[]\",:0aé\n";
        int read = 0;
        for (int i = 0; i < 3000; i++) {
            StringBuilder damaged = new StringBuilder(saved);
            for (int j = random.nextInt(3); j >= 0; j--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(at, tokens.charAt(random.nextInt(tokens.length())));
                    case 1 -> damaged.deleteCharAt(at);
                    default -> damaged.setLength(Math.max(1, at));
                }
            }
            try {
                SavedRun.parse(damaged.toString()).request();
                read++;
            } catch (MakerAiException expected) {
                assertFalse(String.valueOf(expected.getMessage()).isEmpty());
            }
        }
        assertTrue(read > 0);
    }
}
