package dev.makerai.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import dev.makerai.responses.InputItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryCheckTest {
    private static final String ASKED = "{'role':'user','content':'Is it hot?'}";
    private static final String CALL =
            "{'type':'function_call','id':'fc_1','call_id':'c1','name':'look','arguments':'{}'}";
    private static final String OUTPUT = "{'type':'function_call_output','call_id':'c1','output':'yes'}";
    private static final String ENCRYPTED = "{'type':'reasoning','id':'rs_1','summary':[],'encrypted_content':'abc'}";
    private static final String PLAIN_REASONING = "{'type':'reasoning','id':'rs_2','summary':[]}";
    private static final String ANSWER = "{'type':'message','id':'msg_1','role':'assistant','status':'completed',"
            + "'content':[{'type':'output_text','text':'Hot.','annotations':[]}]}";

    private static List<InputItem> items(String... items) {
        return Stream.of(items)
                .map(item -> InputItem.of(Json.parse(item.replace('\'', '"'))))
                .toList();
    }

    private static List<String> types(List<? extends InputItem> items) {
        return items.stream()
                .map(item -> {
                    Json type = item.toJson().get("type");
                    return type == null ? "message" : String.valueOf(type.string());
                })
                .toList();
    }

    private static HistoryProblem onlyProblem(HistoryCheck check) {
        assertEquals(1, check.problems().size(), () -> check.problems().toString());
        return check.problems().get(0);
    }

    @Test
    void aSoundHistoryIsLeftAsItIs() {
        List<InputItem> sound = items(ASKED, ENCRYPTED, CALL, OUTPUT, ANSWER);
        HistoryCheck check = HistoryCheck.of(sound);
        assertTrue(check.isValid(), () -> check.problems().toString());
        assertEquals(sound, check.repaired());
        assertTrue(HistoryCheck.of(List.of()).isValid());
    }

    @Test
    void aCallWithoutOutputGetsOneThatSaysSo() {
        HistoryCheck check = HistoryCheck.of(items(ASKED, CALL, ANSWER));
        HistoryProblem problem = onlyProblem(check);
        assertEquals(HistoryProblem.Kind.CALL_WITHOUT_OUTPUT, problem.kind());
        assertEquals(1, problem.index());
        assertTrue(problem.message().contains("c1"), problem.message());
        assertEquals(List.of("message", "function_call", "function_call_output", "message"), types(check.repaired()));
    }

    @Test
    void anOutputWithoutCallIsLeftOut() {
        HistoryCheck check = HistoryCheck.of(items(ASKED, OUTPUT));
        assertEquals(HistoryProblem.Kind.OUTPUT_WITHOUT_CALL, onlyProblem(check).kind());
        assertEquals(List.of("message"), types(check.repaired()));
    }

    @Test
    void anOutputBeforeItsCallIsMovedBehindIt() {
        HistoryCheck check = HistoryCheck.of(items(OUTPUT, ASKED, CALL));
        assertEquals(HistoryProblem.Kind.OUTPUT_BEFORE_CALL, onlyProblem(check).kind());
        assertEquals(List.of("message", "function_call", "function_call_output"), types(check.repaired()));
    }

    @Test
    void whatIsThereTwiceIsLeftOutOnce() {
        assertEquals(
                HistoryProblem.Kind.DUPLICATE_OUTPUT,
                onlyProblem(HistoryCheck.of(items(CALL, OUTPUT, OUTPUT))).kind());
        assertEquals(
                HistoryProblem.Kind.DUPLICATE_ITEM,
                onlyProblem(HistoryCheck.of(items(ANSWER, ANSWER))).kind());
        String second = CALL.replace("fc_1", "fc_2");
        HistoryCheck check = HistoryCheck.of(items(CALL, second, OUTPUT));
        assertEquals(HistoryProblem.Kind.DUPLICATE_CALL, onlyProblem(check).kind());
        assertEquals(items(CALL, OUTPUT), check.repaired());
    }

    @Test
    void reasoningThatIsNotEncryptedNeedsAServiceThatKeptIt() {
        HistoryCheck check = HistoryCheck.of(items(ASKED, PLAIN_REASONING, ANSWER));
        assertEquals(HistoryProblem.Kind.REASONING_UNKNOWN, onlyProblem(check).kind());
        assertEquals(items(ASKED, ANSWER), check.repaired());
        assertTrue(HistoryCheck.ofStored(items(ASKED, PLAIN_REASONING, ANSWER)).isValid());
    }

    @Test
    void aReferenceNeedsAServiceThatKeptTheItem() {
        List<InputItem> items = items("{'type':'item_reference','id':'msg_7'}");
        HistoryCheck check = HistoryCheck.of(items);
        assertEquals(HistoryProblem.Kind.REFERENCE_UNKNOWN, onlyProblem(check).kind());
        assertEquals(items, check.repaired());
        assertTrue(HistoryCheck.ofStored(items).isValid());
    }

    @Test
    void itemsOfAnyOrderAreRepairedToASoundHistory() {
        String[] all = {
            ASKED,
            CALL,
            OUTPUT,
            ENCRYPTED,
            PLAIN_REASONING,
            ANSWER,
            CALL.replace("c1", "c2").replace("fc_1", "fc_2"),
            OUTPUT.replace("c1", "c2"),
            "{'type':'custom_tool_call','call_id':'c3','name':'sketch','input':'x'}",
            "{'type':'computer_call','id':'cu_1','call_id':'c4','action':{'type':'screenshot'},"
                    + "'pending_safety_checks':[],'status':'completed'}",
            "{'type':'tomorrow','id':'t_1','what':7}"
        };
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            List<String> chosen = new ArrayList<>();
            for (int n = random.nextInt(12); n > 0; n--) {
                chosen.add(all[random.nextInt(all.length)]);
            }
            HistoryCheck check = HistoryCheck.of(items(chosen.toArray(String[]::new)));
            HistoryCheck again = HistoryCheck.of(check.repaired());
            assertTrue(
                    again.isValid(),
                    () -> chosen.stream().collect(Collectors.joining("\n")) + "\n-> " + again.problems());
            assertEquals(check.repaired(), again.repaired());
        }
    }
}
