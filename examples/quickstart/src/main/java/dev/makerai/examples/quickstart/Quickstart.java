package dev.makerai.examples.quickstart;

import dev.makerai.MakerAi;
import dev.makerai.printing.cost.CostModel;
import dev.makerai.printing.cost.CostTools;
import dev.makerai.printing.material.Materials;
import dev.makerai.printing.mesh.MeshTools;
import dev.makerai.printing.quote.QuoteTools;
import dev.makerai.run.Run;
import dev.makerai.run.RunEnd;
import dev.makerai.schema.Param;
import dev.makerai.tools.Workspace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;

/** Asks a model what a part costs. The model calls the tools, the tools compute, a typed answer comes back. */
public final class Quickstart {
    record Offer(
            String material,
            double weightGrams,
            double printHours,
            @Param("What the client pays for all pieces") BigDecimal total,
            String currency,
            @Param("One sentence for the client") String advice) {}

    public static void main(String[] args) {
        Path stl = Path.of(args.length == 0 ? "bracket.stl" : args[0]).toAbsolutePath();
        String name = stl.getFileName().toString();
        Workspace folder = Workspace.at(stl.getParent());
        Materials materials = Materials.builtIn();
        materials = materials.with(materials.find("PETG").withPrice("27.90", "EUR", LocalDate.of(2026, 11, 20)));
        CostModel shop = CostModel.defaults();

        MakerAi ai = Demo.isLive() ? MakerAi.fromEnv() : Demo.scripted(name);
        Run<Offer> run = ai.prompt("What do 5 pieces of " + name + " cost in PETG, and would PLA be cheaper?")
                .tools(new MeshTools(folder), new QuoteTools(folder, shop, materials), new CostTools(shop, materials))
                .run(Offer.class);

        System.out.println(run.explain());
        if (!(run.end() instanceof RunEnd.Completed)) {
            System.exit(1);
        }
        System.out.println(run.value());
    }
}
