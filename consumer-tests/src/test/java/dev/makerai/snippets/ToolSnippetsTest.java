package dev.makerai.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.schema.Param;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolDefinition;
import dev.makerai.tools.ToolFailure;
import dev.makerai.tools.ToolResult;
import dev.makerai.tools.Toolset;
import dev.makerai.tools.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of {@code dev.makerai.tools}. */
class ToolSnippetsTest {
    enum Material {
        PLA,
        PETG
    }

    static final class Shop {
        @Tool("Looks up the price of one kilogram of filament, in EUR")
        BigDecimal pricePerKilogram(Material material) {
            return switch (material) {
                case PLA -> new BigDecimal("19.90");
                case PETG -> new BigDecimal("24.90");
            };
        }
    }

    static final class Lengths {
        private Lengths() {}

        @Tool("Converts inches to millimetres")
        static double inchesToMillimetres(double inches) {
            return inches * 25.4;
        }
    }

    @Test
    void toolsAreDescribedAndCalled() {
        Toolset tools = Toolset.of(new Shop(), Lengths.class); // an object's tools, and a class's static ones
        tools.definitions();
        ToolResult result = tools.call("price_per_kilogram", "{\"material\":\"PETG\"}");
        result.output();

        assertEquals(
                List.of("price_per_kilogram", "inches_to_millimetres"),
                tools.definitions().stream().map(ToolDefinition::name).toList());
        ToolDefinition price = tools.definitions().get(0);
        assertEquals("Looks up the price of one kilogram of filament, in EUR", price.description());
        assertTrue(price.parameters().text().contains("[\"PLA\",\"PETG\"]"), price.toString());
        assertEquals(new ToolResult.Success("24.90"), result);
        assertEquals("24.90", result.output());
    }

    record Stock(int gramsOfEach) {
        int grams(String material) {
            return material.equals("PETG") ? gramsOfEach : 0;
        }
    }

    record Storeroom(Stock stock) {
        @Tool("Takes filament from the stock")
        String take(String material, int grams) {
            if (stock.grams(material) < grams) {
                throw new ToolFailure("Only " + stock.grams(material) + " g of " + material + " are left.");
            }
            return "taken";
        }
    }

    @Test
    void aFailureTellsTheModelWhy() {
        Toolset tools = Toolset.of(new Storeroom(new Stock(750)));

        assertEquals(
                "taken",
                tools.call("take", "{\"material\":\"PETG\",\"grams\":750}").output());
        assertEquals(
                "Only 750 g of PETG are left.",
                tools.call("take", "{\"material\":\"PETG\",\"grams\":751}").output());
    }

    @SuppressWarnings("UnusedMethod") // The model is its caller.
    static final class Measure {
        public static void main(String[] args) {
            record PartFiles(Workspace workspace) {
                @Tool("Tells how large a file is, in bytes")
                long fileSize(@Param("Name of the file, such as bracket.stl") String name) throws IOException {
                    return Files.size(workspace.resolve(name));
                }
            }

            Toolset tools = Toolset.of(new PartFiles(Workspace.at(Path.of("parts"))));
            for (String name : List.of("bracket.stl", "../secret.txt")) {
                System.out.println(
                        tools.call("file_size", "{\"name\":\"" + name + "\"}").output());
            }
        }
    }

    @Test
    void aWorkspaceGivesOutTheFilesOfItsFolderOnly(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("parts"));
        Files.writeString(folder.resolve("parts/bracket.stl"), "solid");
        Files.writeString(folder.resolve("secret.txt"), "secret");

        List<String> answers = Program.output(Measure.class, folder, new ScriptedModel())
                .lines()
                .toList();

        assertEquals("5", answers.get(0));
        assertTrue(answers.get(1).contains("../secret.txt"), answers.get(1));
    }
}
