package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makerai.MakerAi;
import dev.makerai.run.Approval;
import dev.makerai.run.Approver;
import dev.makerai.run.ContextCarrier;
import dev.makerai.run.Run;
import dev.makerai.schema.Range;
import dev.makerai.snippets.ToolSnippetsTest.Shop;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.DynamicTool;
import dev.makerai.tools.Effect;
import dev.makerai.tools.Preview;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolContext;
import dev.makerai.tools.ToolLimits;
import dev.makerai.tools.ToolPolicy;
import dev.makerai.tools.Toolset;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The snippets about tools that do more than look. */
class ToolCareSnippetsTest {
    private static final ThreadLocal<String> CUSTOMER = ThreadLocal.withInitial(() -> "nobody");

    interface Slicer {
        long slice(String file, @Nullable Duration time);
    }

    interface Operator {
        boolean confirms(String what);
    }

    static final class Printers {
        final Map<String, Integer> heaters = new HashMap<>();
        final Slicer slicer = (file, time) -> file.length();

        @Tool(value = "Heats the nozzle of a printer", effect = Effect.MACHINE)
        @ToolLimits(device = "printer", timeoutSeconds = 5, maxCalls = 3)
        @Preview("Heat the nozzle of {printer} to {celsius} °C")
        void heatNozzle(String printer, @Range(min = 0, max = 280) int celsius) {
            heaters.put(printer, celsius);
        }

        @Tool("Slices a model and gives the printing time in seconds")
        long slice(String file, ToolContext context) {
            return slicer.slice(file, context.timeLeft());
        }

        @Tool("Says who asks")
        String who(int number) {
            return CUSTOMER.get() + number;
        }
    }

    @Test
    void aPersonApproves() {
        Operator operator = what -> what.equals("Heat the nozzle of \"Mk4\" to 240 °C");
        for (int celsius : new int[] {240, 250}) {
            MakerAi ai = new ScriptedModel()
                    .then(turn -> turn.call("heat_nozzle", Map.of("printer", "Mk4", "celsius", celsius)))
                    .then(turn -> turn.say(turn.output("heat_nozzle").text()))
                    .ai();

            Run<String> run = ai.prompt("Preheat for PETG")
                    .tools(new Printers())
                    .approver(
                            call -> operator.confirms(call.preview()) ? Approval.approve() : Approval.deny("Not now."))
                    .run();

            assertEquals(
                    celsius == 240 ? "\"Done.\"" : "\"heat_nozzle was not approved, so it was not run: Not now.\"",
                    run.value());
        }
    }

    @Test
    void aToolKnowsItsCall() {
        Toolset tools = Toolset.of(new Printers());

        assertEquals("5", tools.call("slice", "{\"file\":\"a.stl\"}").output());
    }

    @Test
    void theCallersContextIsCarried() {
        ContextCarrier customers = tool -> {
            String caller = CUSTOMER.get();
            return () -> {
                CUSTOMER.set(caller);
                tool.run();
            };
        };
        CUSTOMER.set("Ada ");
        Run<String> run = new ScriptedModel()
                .then(turn -> turn.call("who", Map.of("number", 1)).call("who", Map.of("number", 2)))
                .then(turn -> turn.say("done"))
                .ai()
                .prompt("Who?")
                .tools(new Printers())
                .contextCarrier(customers)
                .run();

        assertEquals("Ada 1", run.toolCalls().get(0).result().output());
        assertEquals("Ada 2", run.toolCalls().get(1).result().output());
    }

    @Test
    void aToolIsMadeWhileTheProgramRuns() {
        Map<String, Integer> speeds = new HashMap<>();
        record Fan(
                String printer, @Range(min = 0, max = 100) int percent) {}

        DynamicTool fan = DynamicTool.of("set_fan", "Sets the part cooling fan", Fan.class, (arguments, context) -> {
            speeds.put(arguments.printer(), arguments.percent());
            return "The fan runs at " + arguments.percent() + " %";
        });
        Toolset tools = Toolset.of(fan.withPolicy(ToolPolicy.of(Effect.MACHINE)), new Shop());

        Run<String> run = new ScriptedModel()
                .then(turn -> turn.call("set_fan", Map.of("printer", "Mk4", "percent", 30)))
                .then(turn -> turn.say("done"))
                .ai()
                .prompt("Cool it")
                .tools(tools)
                .approver(Approver.upTo(Effect.MACHINE))
                .run();
        assertEquals("done", run.value());
        assertEquals(Map.of("Mk4", 30), speeds);
    }
}
