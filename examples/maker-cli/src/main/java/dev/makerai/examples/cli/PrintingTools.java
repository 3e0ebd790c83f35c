package dev.makerai.examples.cli;

import dev.makerai.printing.cost.CostTools;
import dev.makerai.printing.material.MaterialTools;
import dev.makerai.printing.mesh.MeshTools;
import dev.makerai.printing.quote.QuoteTools;
import dev.makerai.tools.Toolset;
import dev.makerai.tools.Workspace;

/** All the printing tools that there are. */
final class PrintingTools {
    private PrintingTools() {}

    static Toolset in(Workspace workspace) {
        return Toolset.of(new MeshTools(workspace), new QuoteTools(workspace), new CostTools(), new MaterialTools());
    }
}
