package dev.makerai.printing.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.json.Json;
import dev.makerai.tools.ToolDefinition;
import dev.makerai.tools.ToolFailure;
import dev.makerai.tools.Toolset;
import dev.makerai.tools.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeshToolsTest {
    @TempDir
    Path folder;

    private MeshTools tools;

    @BeforeEach
    void open() {
        tools = new MeshTools(Workspace.at(folder));
    }

    @Test
    void aMeshIsMeasured() throws IOException {
        Files.write(folder.resolve("cube.stl"), TestMesh.cube(0, 0, 5, 20).binary());
        MeshTools.Measures measures = tools.measureMesh("cube.stl");

        assertEquals("binary", measures.format());
        assertEquals(List.of(20.0, 20.0, 20.0), measures.sizeMm());
        assertEquals(8000, measures.volumeMm3());
        assertTrue(measures.watertight());
        assertEquals(1, measures.warnings().size());
    }

    @Test
    void anEmptyMeshHasNoSize() throws IOException {
        Files.writeString(folder.resolve("empty.stl"), TestMesh.empty().ascii());
        MeshTools.Measures measures = tools.measureMesh("empty.stl");

        assertEquals("ascii", measures.format());
        assertNull(measures.sizeMm());
        assertNull(measures.volumeMm3());
        assertFalse(measures.volumeReliable());
    }

    @Test
    void aPrintIsWeighed() throws IOException {
        Files.write(folder.resolve("cube.stl"), TestMesh.cube(0, 0, 0, 20).binary());
        MeshTools.Weight weight = tools.estimateWeight("cube.stl", 1.24, 15, 2, false);

        assertEquals(3.82, weight.weightG(), 0.1);
        assertTrue(weight.bandG().get(0) < 3.82 && weight.bandG().get(1) > 3.82);
        assertEquals(100, weight.layers());
    }

    @Test
    void theModelIsToldWhatIsWrongAndNothingOfTheFolder() throws IOException {
        Files.write(
                folder.resolve("open.stl"),
                TestMesh.cube(0, 0, 0, 20).without(0).binary());
        Files.writeString(folder.resolve("page.stl"), "<!DOCTYPE html><html></html>");

        assertRefused(
                "open.stl: The surface is not closed", () -> tools.estimateWeight("open.stl", 1.24, 15, 2, false));
        assertRefused("page.stl: This is not an STL file", () -> tools.measureMesh("page.stl"));
        assertRefused("no file", () -> tools.measureMesh("missing.stl"));
        assertRefused("", () -> tools.measureMesh("../page.stl"));
    }

    private void assertRefused(String piece, org.junit.jupiter.api.function.Executable call) {
        ToolFailure failure = assertThrows(ToolFailure.class, call);
        assertTrue(failure.getMessage().contains(piece), failure.getMessage());
        assertFalse(failure.getMessage().contains(folder.toString()), failure.getMessage());
    }

    @Test
    void argumentsOfTheModelAreTaken() throws IOException {
        Files.write(folder.resolve("cube.stl"), TestMesh.cube(0, 0, 0, 20).binary());
        List<ToolDefinition> definitions = Toolset.of(tools).definitions();

        assertEquals(
                List.of("estimate_weight", "measure_mesh"),
                definitions.stream().map(ToolDefinition::name).sorted().toList());
        Json schema = definitions.stream()
                .filter(tool -> tool.name().equals("estimate_weight"))
                .findFirst()
                .orElseThrow()
                .parameters();
        assertEquals(
                List.of("file", "density_g_per_cm3", "infill_percent", "perimeters", "supports"),
                List.copyOf(schema.get("properties").members().keySet()));
    }
}
