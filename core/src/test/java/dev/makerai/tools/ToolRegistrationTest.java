package dev.makerai.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.makerai.schema.Param;
import dev.makerai.schema.Range;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which methods become tools, and the exact text where one cannot. */
@SuppressWarnings("UnusedMethod") // Called by reflection.
class ToolRegistrationTest {
    private static final String HERE = ToolRegistrationTest.class.getName();

    @TempDir
    Path folder;

    interface Measures {
        @Tool("Measures a part")
        String measure(@Param("File name") String file);

        @Tool("Says how")
        default String method() {
            return "by hand";
        }
    }

    static class Base {
        @Tool("Greets")
        String greet(String name) {
            return "Hello " + name;
        }

        @Tool("Counts")
        private int count() {
            return 1;
        }
    }

    static class Derived extends Base implements Measures {
        @Override
        String greet(String name) {
            return "Hi " + name;
        }

        @Override
        @Tool("Measures a part exactly")
        public String measure(String file) {
            return "exactly " + file;
        }
    }

    interface Lookup<T> {
        @Tool("Looks up")
        String find(T key);
    }

    static final class PartLookup implements Lookup<Integer> {
        @Override
        @Tool("Looks up a part")
        public String find(Integer key) {
            return "part " + key;
        }
    }

    static final class UnannotatedLookup implements Lookup<Integer> {
        @Override
        public String find(Integer key) {
            return "part " + key;
        }
    }

    @Test
    void inheritedToolsCountOnceAndTheNearestAnnotationWins() {
        Toolset tools = Toolset.of(new Derived());

        assertEquals(List.of("count", "greet", "measure", "method"), names(tools));
        assertEquals("Measures a part exactly", tools.definitions().get(2).description());
        assertEquals("Hi Ada", tools.call("greet", "{\"name\":\"Ada\"}").output());
        assertEquals(
                "exactly a.stl", tools.call("measure", "{\"file\":\"a.stl\"}").output());
        assertEquals("by hand", tools.call("method", "{}").output());
    }

    @Test
    void aProxyOfAnInterfaceIsAHolder() {
        Object proxy = Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Measures.class},
                (self, method, arguments) -> method.getName());

        assertEquals(
                "measure", Toolset.of(proxy).call("measure", "{\"file\":\"a\"}").output());
    }

    @Test
    void bridgesAreNoToolsOfTheirOwn() {
        Toolset tools = Toolset.of(new PartLookup());

        assertEquals(List.of("find"), names(tools));
        assertEquals("part 7", tools.call("find", "{\"key\":7}").output());
        assertRefused(
                HERE + "$Lookup.find(Object), parameter 'key' (T): the type variable stands for any type. Use a certain"
                        + " type.",
                new UnannotatedLookup());
    }

    static final class None {}

    static final class Instance {
        @Tool("x")
        void run() {}
    }

    static final class Blank {
        @Tool(" ")
        void run() {}
    }

    static final class BadName {
        @Tool(value = "x", name = "a b")
        void run() {}
    }

    static final class TwoNames {
        @Tool("x")
        void runIt() {}

        @Tool(value = "y", name = "run_it")
        void other(int a, String b) {}
    }

    static final class Generic {
        @Tool("x")
        <T> void run(List<T> list) {}
    }

    static final class BadParameter {
        @Tool("x")
        void quote(Map<String, List<Object>> part) {}
    }

    static final class SameParameter {
        @Tool("x")
        void quote(int weightGrams, @Param(name = "weight_grams") int other) {}
    }

    static final class BadDefault {
        @Tool("x")
        void quote(@Param(defaultValue = "x") @Range(min = 1) int count) {}
    }

    static final class BadResult {
        @Tool("x")
        CompletableFuture<String> quote() {
            return CompletableFuture.completedFuture("");
        }
    }

    @Test
    void refusesSayingWhereWhyAndWhatToDo() {
        assertRefused(
                HERE + "$None: it has no @Tool method. Annotate those methods that a model may call with @Tool(\"…\").",
                new None());
        assertRefused(
                HERE + "$Instance.run(): of a class only static methods can be called. Pass an object of it to"
                        + " Toolset.of, or make the method static.",
                Instance.class);
        assertRefused(
                HERE + "$Blank.run(): its @Tool describes nothing, so a model cannot know when to call it. Say what it"
                        + " does, in which units.",
                new Blank());
        assertRefused(
                HERE + "$BadName.run(): the tool name \"a b\" is not 1 to 64 of A-Z, a-z, 0-9, _ and -. Give it another"
                        + " with @Tool(name = \"…\").",
                new BadName());
        assertRefused(HERE + "$Generic.run(List): a generic method stands for many. Use certain types.", new Generic());
        assertRefused(
                HERE + "$BadParameter.quote(Map), parameter 'part'"
                        + " (java.util.Map<java.lang.String, java.util.List<java.lang.Object>>): java.lang.Object in it:"
                        + " a model cannot know what to put there. Use a record, an enum or a String.",
                new BadParameter());
        assertRefused(
                HERE
                        + "$SameParameter.quote(int, int), parameter 'other' (int): the wire name \"weight_grams\" is taken"
                        + " by another one before it. Give it another with @Param(name = \"…\").",
                new SameParameter());
        assertRefused(
                HERE
                        + "$BadDefault.quote(int), parameter 'count' (int): its default x does not fit: expected an integer"
                        + " of at least 1, but this is not JSON near character 1, around \"x\". Correct defaultValue.",
                new BadDefault());
        assertRefused(
                HERE
                        + "$BadResult.quote(), result (java.util.concurrent.CompletableFuture<java.lang.String>): a promise"
                        + " of a value is not the value. Return the value itself.",
                new BadResult());
        assertRefused("Holder 1 of tools is null. Pass an object with @Tool methods.", new Object[] {null});
    }

    record Twice(int fooBar, @Param(name = "foo_bar") int other) {}

    record Deep(List<Middle> lines) {}

    record Middle(Twice twice) {}

    record Endless(Endless next) {}

    static final class TwiceTool {
        @Tool("x")
        void store(Twice twice) {}
    }

    static final class DeepTool {
        @Tool("x")
        void store(int count, Deep deep) {}
    }

    static final class EndlessTool {
        @Tool("x")
        void store(int count, List<Endless> all) {}
    }

    @Test
    void refusalsInsideARecordNameTheMethodAndTheWayThere() {
        String twice =
                HERE + "$Twice, component 'other' (int): the wire name \"foo_bar\" is taken by another one before"
                        + " it. Give it another with @Param(name = \"…\").";
        assertRefused(
                HERE + "$TwiceTool.store(Twice), parameter 'twice' (" + HERE + "$Twice), in it " + twice,
                new TwiceTool());
        assertRefused(
                HERE + "$DeepTool.store(int, Deep), parameter 'deep' (" + HERE + "$Deep), in it lines.twice.other: "
                        + twice,
                new DeepTool());
        assertRefused(
                HERE + "$EndlessTool.store(int, List), parameter 'all' (java.util.List<" + HERE
                        + "$Endless>): a value of"
                        + " Endless always holds another one, without end. Make a component @Nullable or a List.",
                new EndlessTool());
    }

    @Test
    void refusesWhatIsNoHolderSayingWhatToPass() {
        assertRefused("Holder 2 of tools is null. Pass an object with @Tool methods.", new Derived(), null);
        assertRefused("The holders of tools are null. Pass objects with @Tool methods.", (Object[]) null);
        assertRefused(
                "Holder 2 of tools is a collection (java.util.ArrayList), which has no @Tool method itself. Pass its"
                        + " elements.",
                new Derived(),
                new ArrayList<>(List.of(new PartLookup())));
        assertRefused(
                "Holder 1 of tools is an array (int[]), which has no @Tool method itself. Pass its elements.",
                new int[] {1});
        assertRefused(
                HERE + "$None: the class has no static @Tool method. Annotate static methods with @Tool(\"…\"), or pass"
                        + " an object with @Tool methods.",
                None.class);
    }

    @Test
    void refusesTwoToolsOfOneName() {
        String taken = ": the tool name \"run_it\" is taken by " + HERE + "$TwoNames.";
        String fix = ". Give one of them another with @Tool(name = \"…\").";
        String message = assertThrows(IllegalArgumentException.class, () -> Toolset.of(new TwoNames()))
                .getMessage();

        assertEquals(HERE + "$TwoNames.runIt()" + taken + "other(int, String)" + fix, message);
        assertRefused(
                HERE + "$Instance.run(): the tool name \"run\" is taken by " + HERE + "$Instance.run()" + fix,
                new Instance(),
                new Instance());
    }

    static final class OddLimits {
        @Tool(value = "Moves", effect = Effect.MACHINE)
        @ToolLimits(retries = 1)
        void move() {}
    }

    static final class NoSuchDevice {
        @Tool("Moves")
        @ToolLimits(device = "robot")
        void move(String printer) {}
    }

    static final class OddPreview {
        @Tool("Moves")
        @Preview("Move {robot}")
        void move(String printer) {}
    }

    static final class TwoContexts {
        @Tool("Moves")
        void move(ToolContext one, ToolContext two) {}
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        assertRefused(
                HERE
                        + "$OddLimits.move(): of its @ToolLimits what moves a machine is never tried again, so retries must"
                        + " be 0. Give it another value.",
                new OddLimits());
        assertRefused(
                HERE + "$NoSuchDevice.move(String): it has no parameter \"robot\" that could say which device is meant."
                        + " Name one of [printer] in @ToolLimits(device = \"…\").",
                new NoSuchDevice());
        assertRefused(
                HERE + "$OddPreview.move(String): its @Preview speaks of {robot}, which is no parameter. Use the wire"
                        + " names [printer].",
                new OddPreview());
        assertRefused(
                HERE
                        + "$TwoContexts.move(ToolContext, ToolContext): it has two parameters of type ToolContext. Take one"
                        + " of them away.",
                new TwoContexts());
    }

    @Test
    void refusesParametersWhoseNamesTheClassFileLacks() {
        String source = """
                import dev.makerai.schema.Param;
                import dev.makerai.tools.Tool;
                public class Shop {
                    @Tool("x") public int price(@Param(name = "material") String material, int weightGrams) { return 1; }
                }
                """;
        Class<?> without = Compiled.load(folder.resolve("a"), Map.of("Shop.java", source), "Shop");
        Class<?> with = Compiled.load(folder.resolve("b"), Map.of("Shop.java", source), "Shop", "-parameters");

        assertRefused(
                "Shop.price(String, int), parameter 'arg1' (int): the class file does not hold the parameter's name."
                        + " Compile with the option -parameters (in Maven <parameters>true</parameters> for a"
                        + " maven-compiler-plugin of 3.6.2 or newer), or name it with @Param(name = \"…\").",
                instance(without));
        assertEquals(List.of("price"), names(Toolset.of(instance(with))));
    }

    @Test
    void refusesRecordsOfAModuleThatIsNotOpen() {
        Map<String, String> sources = Map.of(
                "module-info.java", "module shop { exports shop; }",
                "shop/Order.java", "package shop; public class Order { record Line(int count) {} }");
        Class<?> line = Compiled.loadModule(folder, sources, "shop", "shop.Order$Line");

        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> dev.makerai.schema.Schema.of(line));
        assertEquals(
                "shop.Order$Line: the module shop keeps shop.Order$Line closed. Add `opens shop;` to its"
                        + " module-info.java.",
                e.getMessage());
    }

    private static Object instance(Class<?> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Toolset tools) {
        return tools.definitions().stream().map(ToolDefinition::name).toList();
    }

    private static void assertRefused(String message, Object... holders) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Toolset.of(holders))
                        .getMessage());
    }
}
