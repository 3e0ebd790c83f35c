package dev.makerai.project;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds every snippet of the README and the Javadoc to code that is compiled and run: its tokens must stand, one after
 * the other, in a test of this module or in an example. How to add one: see the package {@code dev.makerai.snippets}.
 */
class SnippetsTest {
    private static List<JavaCode> compiled;

    @BeforeAll
    static void readWhatIsCompiledAndRun() {
        Path root = Repository.root();
        compiled = Stream.concat(
                        // Of the tests only what Surefire runs.
                        Repository.javaFiles(root.resolve("consumer-tests/src/test/java")).stream()
                                .filter(file -> file.toString().endsWith("Test.java")),
                        Repository.javaFiles(root.resolve("examples")).stream())
                .map(file -> new JavaCode(Repository.read(file)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "core/README.md"})
    void everySnippetOfTheGuidesIsCompiledAndRun(String guide) {
        List<Snippet> snippets =
                Snippet.ofMarkdown(guide, Repository.read(Repository.root().resolve(guide)));

        assertFalse(snippets.isEmpty(), guide + " shows no code");
        assertCompiled(snippets);
    }

    @Test
    void everySnippetOfTheJavadocIsCompiledAndRun() {
        List<Snippet> snippets = javadocSnippets();

        assertFalse(snippets.isEmpty(), "The Javadoc shows no code");
        assertCompiled(snippets);
    }

    @Test
    void aSnippetWithOneTokenMoreIsReported() {
        for (Snippet snippet : javadocSnippets()) {
            Snippet changed = new Snippet(snippet.place(), snippet.code() + "\nnowhere();");

            assertEquals(List.of(changed), notCompiled(List.of(changed)));
        }
    }

    @Test
    void aSnippetThatOnlyAStringOrACommentHoldsIsReported() {
        // stand.in(aComment);
        Snippet inString = new Snippet("here", "stand.in(aString);");
        Snippet inComment = new Snippet("here", "stand.in(aComment);");

        assertEquals(List.of(inString, inComment), notCompiled(List.of(inString, inComment)));
    }

    @Test
    void aSnippetWithoutCodeIsReported() {
        Snippet empty = new Snippet("here", "// Nothing to see");

        assertEquals(List.of(empty), notCompiled(List.of(empty)));
    }

    private static List<Snippet> javadocSnippets() {
        return Repository.PUBLISHED_MODULES.stream()
                .flatMap(module -> Repository.javaFiles(Repository.mainSources(module)).stream())
                .flatMap(file -> Snippet.ofJavadoc(file.getFileName().toString(), Repository.read(file)).stream())
                .toList();
    }

    private static List<Snippet> notCompiled(List<Snippet> snippets) {
        return snippets.stream().filter(snippet -> !isCompiled(snippet.code())).toList();
    }

    private static boolean isCompiled(String code) {
        JavaCode wanted = new JavaCode(code);
        return !wanted.isEmpty() && compiled.stream().anyMatch(source -> source.contains(wanted));
    }

    private static void assertCompiled(List<Snippet> snippets) {
        List<Snippet> missing = notCompiled(snippets);
        if (!missing.isEmpty()) {
            fail("Snippets that stand in no test: put each into one of the package dev.makerai.snippets of"
                    + " consumer-tests, and assert there what it claims"
                    + missing.stream().map(SnippetsTest::report).collect(joining()));
        }
    }

    /** Names the line up to which a test has the snippet, since most often only a word differs. */
    private static String report(Snippet snippet) {
        List<String> lines = snippet.code().strip().lines().toList();
        int known = lines.size() - 1;
        while (known > 0 && !isCompiled(String.join("\n", lines.subList(0, known)))) {
            known--;
        }
        List<String> shown = new ArrayList<>(lines);
        if (known > 0) {
            shown.add(known, "^^^ stands in a test, but not with what follows:");
        }
        return "\n\n" + snippet.place() + "\n" + String.join("\n", shown);
    }
}
