package dev.makerai.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.responses.InputImage;
import dev.makerai.responses.Usage;
import dev.makerai.run.Run;
import dev.makerai.testing.ScriptedModel;
import dev.makerai.tools.Tool;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class RunReportTest {
    private static final byte[] PICTURE = HexFormat.of().parseHex("89504e470d0a1a0a");

    static final class Camera {
        @Tool("Takes a picture")
        InputImage photograph() {
            return InputImage.of(PICTURE);
        }

        @Tool("Says something")
        String say(String what) {
            return what;
        }
    }

    private static String said(String text) {
        return report(new ScriptedModel()
                .then(turn -> turn.say(text))
                .ai()
                .prompt("Say it")
                .run());
    }

    private static String report(Run<?> run) {
        String html = RunReport.of(run).html();
        requireWellFormed(html);
        return html;
    }

    /** But for its empty elements, the page is written so that an XML parser takes it: nothing is left open. */
    private static void requireWellFormed(String html) {
        String xml = html.replaceAll("<!doctype html>", "").replaceAll("(<(?:meta|img)[^>]*)>", "$1/>");
        try {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new java.io.StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError(html, e);
        }
    }

    @Test
    void whateverTheModelWritesIsShownAsText() {
        String html = said("</div><script>alert(1)</script><img src=x onerror='alert(2)'> \" & &lt;");

        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<img src=x"), html);
        assertTrue(
                html.contains("&lt;/div&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x"
                        + " onerror=&#39;alert(2)&#39;&gt; &quot; &amp; &amp;lt;"),
                html);
    }

    @Test
    void theSameHoldsForToolsTheirNamesAndTheQuestion() {
        String evil = "<b onclick='x()'>";
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call(evil, Map.of("a", evil)).call("say", Map.of("what", evil)))
                .then(turn -> turn.say("Done"));
        Run<String> run =
                model.ai().prompt(evil).instructions(evil).tools(new Camera()).run();
        assertFalse(report(run).contains("<b "));
        assertFalse(RunReport.of(run).title(evil).html().contains("<b "));
    }

    @Test
    void whatCannotBeSeenIsMadeVisible() {
        String html = said("a\u202eb\u0007c\ufeff \ud83d\udc69\u200d\ud83d\udd27");
        assertTrue(html.contains("a⟨U+202E⟩b⟨U+0007⟩c⟨U+FEFF⟩ \ud83d\udc69\u200d\ud83d\udd27"), html);
    }

    @Test
    void ofALongTextOnlyTheBeginningIsShown() {
        String html = said("x".repeat(300_000));
        assertTrue(html.contains("x … and 280,000 further characters"), html);
        assertTrue(html.length() < 100_000);
    }

    @Test
    void picturesOfAToolAndOfTheQuestionAreInThePage() {
        ScriptedModel model = new ScriptedModel()
                .then(turn -> turn.call("photograph", Map.of()))
                .then(turn -> turn.say("A blob"));
        Run<String> run = model.ai()
                .prompt("Look")
                .image(InputImage.of(PICTURE))
                .image(InputImage.ofUrl("https://example.org/bed.png"))
                .tools(new Camera())
                .run();
        String html = report(run);
        assertEquals(2, html.split("src=\"data:image/png;base64,iVBORw0KGgo=\"", -1).length - 1);
        assertFalse(html.contains("src=\"http"), html);
        assertTrue(html.contains("A picture: https://example.org/bed.png"));
    }

    @Test
    void everyEndSaysWhy() {
        Run<String> refused = new ScriptedModel()
                .then(turn -> turn.refuse("I must not"))
                .ai()
                .prompt("A weapon")
                .run();
        assertTrue(report(refused).contains("I must not"));
        ScriptedModel endless = new ScriptedModel();
        for (int i = 0; i < 3; i++) {
            endless.then(turn -> turn.call("say", Map.of("what", "again")));
        }
        Run<String> stopped =
                endless.ai().prompt("Talk").tools(new Camera()).maxRounds(2).run();
        String html = report(stopped);
        assertTrue(html.contains(">Limit reached<"), html);
        assertTrue(html.contains("after 2 rounds"), html);
        Run<String> failed = new ScriptedModel()
                .then(turn -> turn.fail(400, "bad_request", "No such thing"))
                .ai()
                .prompt("Ask")
                .run();
        assertTrue(report(failed).contains("There was no response."));
        assertTrue(report(failed).contains("No such thing"));
    }

    @Test
    void costAndTokensAreThoseOfTheRun() {
        ScriptedModel model =
                new ScriptedModel().then(turn -> turn.say("Yes").usage(Usage.of(1_000_00, 0, 0, 1_234, 5)));
        Run<String> run = model.ai().toBuilder()
                .model("gpt-6-luna")
                .build()
                .prompt("Really?")
                .run();
        String html = report(run);
        for (String part :
                List.of("100,000", "1,234", "5 of reasoning", run.cost().toString(), ">All<")) {
            assertTrue(html.contains(part), part);
        }
        String unknown = report(new ScriptedModel()
                .then(turn -> turn.say("Yes").usage(Usage.of(10, 0, 0, 10, 0)))
                .ai()
                .prompt("Really?")
                .model("gpt-99")
                .run());
        assertTrue(unknown.contains("<b>unknown</b>"), unknown);
    }

    @Test
    void aReportThatCannotBeWrittenSaysSo(@TempDir Path folder) {
        Run<String> run = new ScriptedModel()
                .then(turn -> turn.say("Yes"))
                .ai()
                .prompt("Really?")
                .run();
        UncheckedIOException problem = assertThrows(
                UncheckedIOException.class,
                () -> RunReport.of(run).write(folder.resolve("none").resolve("run.html")));
        assertTrue(problem.getMessage().contains("cannot be written"), problem.getMessage());
    }
}
