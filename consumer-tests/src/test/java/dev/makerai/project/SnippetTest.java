package dev.makerai.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {
    private static boolean contains(String source, String snippet) {
        return new JavaCode(source).contains(new JavaCode(snippet));
    }

    @Test
    void layoutAndCommentsDoNotCount() {
        String source = "Map<String, List<Part>> parts = /* it's \"here\" */ shop // see http://example.com/\"a\"\n"
                + "    .parts( );";

        assertTrue(contains(source, "Map<String,List<Part> > parts=shop.parts(); // don't"));
    }

    @Test
    void everythingInStringsCounts() {
        String source = "open(\"http://example.com/a b\", '\"', '\\'', \"/* \\\" */\");";

        assertTrue(contains(source, source));
        assertFalse(contains(source, source.replace("/a b", "/c")), "the end of an address");
        assertFalse(contains(source, source.replace("a b", "ab")), "a blank");
        assertFalse(contains(source, source.replace("/*", "/**")), "what looks like a comment");
    }

    @Test
    void namesAreComparedWhole() {
        assertFalse(contains("unitPrice(a);", "Price(a);"));
        assertFalse(contains("price(a, prices);", "price(a, price"));
        assertFalse(contains("return result;", "returnresult;"));
    }

    @Test
    void codeInCommentsAndStringsIsNoCode() {
        assertFalse(contains("// price(a);", "price(a);"));
        assertFalse(contains("/* price(a); */", "price(a);"));
        assertFalse(contains("String text = \"price(a);\";", "price(a);"));
        assertFalse(contains("String text = \"\"\"\n    \"price\"(a); \\\"\"\" price(a);\n    \"\"\";", "price(a);"));
    }

    @Test
    void aTextBlockMayBeIndentedOtherwise() {
        String block = "text(\"\"\"\n  {\"a\":\n    1}\n  \"\"\");";

        assertTrue(contains(block.replace("\n", "\n        "), block));
        assertFalse(contains(block.replace("    1", "1"), block), "indentation within it");
    }

    @Test
    void blocksOfJavadocAreFoundHoweverTheyAreWritten() {
        String source = """
                class Box {
                    String notJavadoc = "/** <pre>{@code no();}</pre> */";

                    /**
                     * Opens.
                     *
                     * <pre>{@code
                     * if (closed) {
                     *     open("{"); // }
                     * }
                     * }</pre>
                     *
                     * <pre>formula</pre> and <pre>
                     * {@code close();}</pre>
                     */
                    void open() {}

                    /* <pre>{@code no();}</pre> */
                }
                """;

        assertEquals(
                List.of(
                        new Snippet("Box.java:7", "\nif (closed) {\n    open(\"{\"); // }\n}\n"),
                        new Snippet("Box.java:13", " close();")),
                Snippet.ofJavadoc("Box.java", source));
    }

    @Test
    void aBlockThatJavadocWouldCutOffIsAnError() {
        for (String brace : List.of("{", "}")) {
            String source = "\n/** <pre>{@code open('" + brace + "');}</pre> */";

            AssertionError e = assertThrows(AssertionError.class, () -> Snippet.ofJavadoc("Box.java", source));

            assertTrue(e.getMessage().contains("Box.java:2"), e.getMessage());
        }
    }

    @Test
    void blocksOfMarkdownAreFoundHoweverTheyAreWritten() {
        String text = """
                Text
                ```java
                open("```");
                ```
                ```sh
                mvn verify
                ```
                - item
                  ```java title="x"
                  close();
                  ```
                """;

        assertEquals(
                List.of(new Snippet("README.md:2", "open(\"```\");\n"), new Snippet("README.md:9", "  close();\n")),
                Snippet.ofMarkdown("README.md", text));
    }
}
