package dev.makerai.audit;

import dev.makerai.cost.Cost;
import dev.makerai.errors.DecodeException;
import dev.makerai.json.Json;
import dev.makerai.responses.InputContent;
import dev.makerai.responses.InputFile;
import dev.makerai.responses.InputImage;
import dev.makerai.responses.InputText;
import dev.makerai.responses.OutputItem;
import dev.makerai.responses.Reasoning;
import dev.makerai.responses.Response;
import dev.makerai.responses.Usage;
import dev.makerai.run.Run;
import dev.makerai.run.RunEnd;
import dev.makerai.run.Step;
import dev.makerai.run.ToolCall;
import dev.makerai.tools.ToolResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Writes the page of one run. */
final class ReportPage {
    /** Beside the text of a page, a browser takes some large pictures; more of one is left out. */
    private static final int MAX_PICTURE_CHARACTERS = 4_000_000;

    private final Run<?> run;
    private final String title;
    private final Html page = new Html();

    ReportPage(Run<?> run, String title) {
        this.run = run;
        this.title = title;
    }

    String html() {
        // The policy holds even if something that a model wrote were taken for markup: nothing runs, nothing is loaded.
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .raw("style-src 'unsafe-inline'; img-src data:\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", "", title)
                .raw("<style>\n" + css() + "</style>\n</head>\n<body>\n<main>\n");
        head();
        tiles();
        if (!run.steps().isEmpty()) {
            page.element("h2", "", "Time");
            Timeline.of(run).write(page);
        }
        page.element("h2", "", "Asked");
        asked();
        if (run.end() instanceof RunEnd.Completed) {
            page.element("h2", "", "Answered").open("div", "card");
            page.element("div", "text", spread(run.text())).close("div");
        }
        page.element("h2", "", "Rounds");
        run.steps().forEach(this::round);
        if (run.steps().isEmpty()) {
            page.element("p", "soft", "There was no response.");
        }
        costs();
        page.element(
                        "footer",
                        "",
                        "Run " + run.id() + ", reported by Maker AI. Tool bars begin where the answer that asked"
                                + " for them ended; the time between rounds is not shown.")
                .raw("</main>\n</body>\n</html>\n");
        return page.toString();
    }

    private static String css() {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css is missing from the library");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head() {
        RunEnd end = run.end();
        String colour = end instanceof RunEnd.Completed
                ? "good"
                : end instanceof RunEnd.Failed || end instanceof RunEnd.Refused ? "bad" : "wait";
        String outcome = RunWords.outcome(end).replace('_', ' ');
        page.open("div", "head").raw("<div>").element("h1", "", title);
        page.element("div", "soft small", models()).close("div");
        page.element("span", "pill " + colour, outcome.substring(0, 1).toUpperCase(Locale.ROOT) + outcome.substring(1));
        page.close("div");
        String why = run.whyEnded();
        if (!why.isEmpty()) {
            page.element("p", "why " + colour, why);
        }
    }

    private String models() {
        List<String> models =
                run.steps().stream().map(ReportPage::model).distinct().toList();
        return models.isEmpty() ? run.firstRequest().model() : String.join(", ", models);
    }

    private static String model(Step step) {
        String answered = step.response().model();
        return answered.isEmpty() ? step.request().model() : answered;
    }

    private void tiles() {
        List<ToolCall> calls = run.toolCalls();
        long failed = calls.stream()
                .filter(call -> call.result() instanceof ToolResult.Failure)
                .count();
        Usage usage = run.usage();
        Cost cost = run.cost();
        page.open("div", "tiles");
        tile(
                "Rounds",
                Amounts.count(run.steps().size()),
                Amounts.time(Timeline.of(run).time()) + " in all");
        tile("Tool calls", Amounts.count(calls.size()), failed == 0 ? "none failed" : failed + " failed");
        tile("Tokens in", Amounts.count(usage.inputTokens()), Amounts.count(usage.cachedTokens()) + " from the cache");
        tile(
                "Tokens out",
                Amounts.count(usage.outputTokens()),
                Amounts.count(usage.reasoningTokens()) + " of reasoning");
        boolean isPartly = !cost.isKnown() && cost.known().signum() > 0;
        tile(
                "Cost",
                cost.isKnown() || isPartly ? new CostWords(cost).amount() : "unknown",
                isPartly ? "at least; not all has a price" : cost.isKnown() ? "" : String.join(", ", cost.unknown()));
        page.close("div");
    }

    private void tile(String name, String value, String more) {
        page.open("div", "tile").element("span", "soft small", name).element("b", "", value);
        page.element("span", "soft small", more).close("div");
    }

    private void asked() {
        page.open("div", "card");
        String instructions = run.firstRequest().instructions();
        if (instructions != null) {
            page.element("div", "text think", instructions);
        }
        Question.parts(run).forEach(this::part);
        page.close("div");
    }

    private void part(InputContent part) {
        if (part instanceof InputText text) {
            page.element("div", "text", text.text());
        } else if (part instanceof InputImage image) {
            picture(image);
        } else if (part instanceof InputFile file) {
            page.element("p", "soft small", "File " + (file.filename() == null ? "without a name" : file.filename()));
        } else {
            page.element("p", "soft small", part.getClass().getSimpleName());
        }
    }

    private void picture(InputImage image) {
        String url = image.imageUrl();
        if (url == null) {
            page.element("p", "soft small", "A picture: " + image.fileId());
        } else if (!url.matches("(?s)data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*")) {
            page.element("p", "soft small", "A picture: " + url);
        } else if (url.length() > MAX_PICTURE_CHARACTERS) {
            page.element("p", "soft small", "A picture, too large to be shown here");
        } else {
            page.raw("<img alt=\"A picture of the run\" src=\"").raw(url).raw("\">\n");
        }
    }

    private void round(Step step) {
        Response response = step.response();
        page.open("section", "card").open("div", "round").element("h3", "", "Round " + step.round());
        page.element("span", "soft small", roundFacts(step)).close("div");
        for (OutputItem item : response.output()) {
            if (item instanceof Reasoning reasoning) {
                reasoning.summary().forEach(summary -> page.element("div", "text think", summary.text()));
            }
        }
        String text = response.outputText();
        if (!text.isEmpty()) {
            page.element("div", "text", text);
        }
        String refusal = response.refusal();
        if (refusal != null) {
            page.element("div", "text bad", refusal);
        }
        step.calls().forEach(call -> call(step, call));
        page.close("section");
    }

    private String roundFacts(Step step) {
        Usage usage = step.response().usage();
        Cost cost = run.cost(step);
        String tokens = usage == null
                ? ""
                : " · " + Amounts.count(usage.inputTokens()) + " tokens in, " + Amounts.count(usage.outputTokens())
                        + " out";
        String money = usage == null || !cost.isKnown() ? "" : " · " + cost;
        return model(step) + " · " + Amounts.time(step.answerTime()) + tokens + money;
    }

    private void call(Step step, ToolCall call) {
        ToolResult result = call.result();
        page.open("div", "call").open("div", "round").element("span", "name", call.name());
        page.open("span", "small");
        if (result instanceof ToolResult.Failure failure) {
            page.element(
                    "span",
                    "pill bad",
                    failure.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        String when = step.isOfEarlierRound(call) ? " called earlier, " : " ";
        page.element("span", "soft", when + Amounts.time(call.duration()))
                .close("span")
                .close("div");
        page.element("pre", "", spread(call.arguments()));
        if (result instanceof ToolResult.Success success && !success.parts().isEmpty()) {
            success.parts().forEach(this::part);
        } else {
            page.element("pre", result instanceof ToolResult.Failure ? "failed" : "", spread(result.output()));
        }
        page.close("div");
    }

    /** JSON is spread over lines; anything else stays as it is. */
    private static String spread(String text) {
        if (text.length() > Html.MAX_CHARACTERS || !text.startsWith("{") && !text.startsWith("[")) {
            return text;
        }
        try {
            return Amounts.spread(Json.parse(text));
        } catch (DecodeException e) {
            return text;
        }
    }

    private void costs() {
        Cost cost = run.cost();
        if (cost.known().signum() == 0) {
            return;
        }
        page.element("h2", "", "Cost").open("div", "card").open("table", "");
        new CostWords(cost).rows().forEach(this::row);
        page.close("table");
        if (!cost.isKnown()) {
            page.element(
                    "p", "soft small", "Not counted, since no price is known: " + String.join(", ", cost.unknown()));
        }
        page.close("div");
    }

    private void row(String name, String amount) {
        page.open("tr", "").element("td", "", name).element("td", "", amount).close("tr");
    }
}
