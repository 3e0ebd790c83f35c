package dev.makerai.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {
    @TempDir
    Path outer;

    private Path folder;
    private Workspace workspace;

    @BeforeEach
    void makeFiles() throws IOException {
        folder = Files.createDirectories(outer.resolve("parts")).toRealPath();
        Files.createDirectories(folder.resolve("case"));
        Files.writeString(folder.resolve("bracket.stl"), "solid");
        Files.writeString(folder.resolve("case/lid.stl"), "solid lid");
        Files.writeString(folder.resolve(".env"), "KEY=secret");
        Files.writeString(outer.resolve("secret.txt"), "secret");
        workspace = Workspace.at(folder);
    }

    @Test
    void resolvesFilesInTheFolderAndBelow() {
        assertEquals(folder.resolve("bracket.stl"), workspace.resolve("bracket.stl"));
        assertEquals(folder.resolve("case/lid.stl"), workspace.resolve("case/lid.stl"));
        assertEquals(folder.resolve("case/lid.stl"), workspace.resolve("./case/lid.stl"));
    }

    @Test
    void listsWhatAModelMayName() {
        assertEquals(List.of("bracket.stl", "case/lid.stl"), workspace.list());
    }

    @Test
    void namesTheNearestFilesWhenThereIsNone() {
        assertFailure(
                "There is no file \"brakcet.stl\" in the workspace. The .stl files there: bracket.stl, case/lid.stl.",
                "brakcet.stl");
        assertFailure(
                "There is no file \"lid.stl\" in the workspace. The .stl files there: case/lid.stl, bracket.stl.",
                "lid.stl");
        assertFailure("\"case\" is a folder. The files there: case/lid.stl, bracket.stl.", "case");
    }

    @Test
    void namesFilesOfTheSameExtensionAlone() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "");
        Files.writeString(folder.resolve("LICENSE"), "");
        Files.createDirectories(folder.resolve("models/printed"));
        Files.move(folder.resolve("bracket.stl"), folder.resolve("models/printed/tray-with-lid.STL"));
        Files.delete(folder.resolve("case/lid.stl"));

        assertFailure(
                "There is no file \"x.stl\" in the workspace. The .stl files there: models/printed/tray-with-lid.STL.",
                "x.stl");
    }

    @Test
    void namesTheOnlyFileOfTheExtensionBehindManyOthers() throws IOException {
        Files.delete(folder.resolve("bracket.stl"));
        Files.delete(folder.resolve("case/lid.stl"));
        for (int i = 0; i < 1_200; i++) {
            Files.writeString(folder.resolve("n" + i + ".txt"), "");
        }
        Files.createDirectories(folder.resolve("z"));
        Files.writeString(folder.resolve("z/hook.stl"), "");
        String message = assertThrows(ToolFailure.class, () -> workspace.resolve("n1.stl"))
                .getMessage();

        assertTrue(message.endsWith("The .stl files there: z/hook.stl."), message);
    }

    @Test
    void namesAtMostTwentyFiles() throws IOException {
        for (int i = 100; i < 150; i++) {
            Files.writeString(folder.resolve("part" + i + ".stl"), "");
        }
        String message = assertThrows(ToolFailure.class, () -> workspace.resolve("part1000.stl"))
                .getMessage();

        assertTrue(message.contains("The .stl files there: part100.stl, "), message);
        assertTrue(message.endsWith(" and 32 more."), message);
    }

    @Test
    void namesAFileThatDiffersInItsExtensionOnlyIfItIsLikeTheWantedOne() {
        assertFailure(
                "There is no file \"bracket.slt\" in the workspace. The workspace holds no .slt files. Did you mean"
                        + " bracket.stl?",
                "bracket.slt");
        assertFailure(
                "There is no file \"salary.pdf\" in the workspace. The workspace holds no .pdf files.", "salary.pdf");
    }

    @Test
    void saysSoWhenThereIsNothing() throws IOException {
        Workspace empty = Workspace.at(Files.createDirectories(outer.resolve("empty")));

        assertEquals(
                "There is no file \"a.stl\" in the workspace. The workspace holds no .stl files.",
                assertThrows(ToolFailure.class, () -> empty.resolve("a.stl")).getMessage());
        assertEquals(List.of(), empty.list());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../secret.txt         | it leads upwards with \"..\".",
                "case/../../secret.txt | it leads upwards with \"..\".",
                "case/..               | it leads upwards with \"..\".",
                "/etc/passwd           | it is absolute; name files relative to the workspace.",
                "C:/Windows/win.ini    | it holds a colon.",
                "C:secret.txt          | it holds a colon.",
                "bracket.stl:hidden    | it holds a colon.",
                "..\\secret.txt        | it holds a backslash; write / between folders.",
                "\\\\server\\share     | it holds a backslash; write / between folders.",
                "case//lid.stl         | it has an empty part between slashes.",
                "case/                 | it has an empty part between slashes.",
                ".                     | it names a folder.",
                ".env                  | it names a hidden file or folder.",
                ".git/config           | it names a hidden file or folder.",
                "bracket.stl.          | it has a part that ends with a dot, or begins or ends with a space.",
                "case /lid.stl         | it has a part that ends with a dot, or begins or ends with a space.",
                "NUL                   | it is the name of a device.",
                "con.txt               | it is the name of a device.",
                "case/Com1.stl         | it is the name of a device.",
                "LPT²                  | it is the name of a device."
            })
    void refusesNamesThatCouldMeanSomethingElse(String name, String reason) {
        assertFailure("The file name \"" + name + "\" is not allowed: " + reason, name);
        assertEquals(
                "The file name \"" + name + "\" is not allowed: " + reason,
                assertThrows(ToolFailure.class, () -> workspace.resolveNew(name))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\0.stl", "a\n.stl", "a\u202egpj.stl", "a\u200b.stl", "a\u00a0.stl", "\ud800.stl", "\ue000"})
    void refusesCharactersThatCannotBeSeen(String name) {
        String message =
                assertThrows(ToolFailure.class, () -> workspace.resolve(name)).getMessage();

        assertTrue(message.endsWith("is not allowed: it holds characters that cannot be seen."), message);
        assertTrue(message.contains("U+"), message);
        assertFalse(message.contains(name), "shows the character itself");
    }

    @Test
    void refusesEmptyAndOverlongNames() {
        assertFailure("A file name is needed, but it is empty.", "  ");
        assertFailure("The file name \"" + "x".repeat(80) + "…\" is too long.", "x".repeat(256));
        assertFailure("The file name \"" + "a/".repeat(40) + "…\" is too long.", "a/".repeat(3000));
        assertThrows(ToolFailure.class, () -> workspace.resolve("x".repeat(255)));
    }

    @Test
    void linksMayNotLeadOut() throws IOException {
        link("out.txt", outer.resolve("secret.txt"));
        link("up", outer);
        link("relative.txt", Path.of("../secret.txt"));
        link("hop", folder.resolve("up"));

        assertFailure("\"out.txt\" leads out of the workspace.", "out.txt");
        assertFailure("\"up/secret.txt\" leads out of the workspace.", "up/secret.txt");
        assertFailure("\"up/no-such-file.txt\" leads out of the workspace.", "up/no-such-file.txt");
        assertFailure("\"relative.txt\" leads out of the workspace.", "relative.txt");
        assertFailure("\"hop/secret.txt\" leads out of the workspace.", "hop/secret.txt");
        assertThrows(ToolFailure.class, () -> workspace.resolveNew("up/new.txt"));
        assertEquals(List.of("bracket.stl", "case/lid.stl"), workspace.list());
    }

    @Test
    void linksMayStayInside() throws IOException {
        link("alias.stl", Path.of("bracket.stl"));
        link("box", Path.of("case"));

        assertEquals(folder.resolve("bracket.stl"), workspace.resolve("alias.stl"));
        assertEquals(folder.resolve("case/lid.stl"), workspace.resolve("box/lid.stl"));
        assertEquals(List.of("alias.stl", "bracket.stl", "case/lid.stl"), workspace.list());
    }

    @Test
    void brokenAndCircularLinksAreFailures() throws IOException {
        link("gone.stl", Path.of("no-such.stl"));
        link("round.stl", Path.of("round.stl"));

        assertThrows(ToolFailure.class, () -> workspace.resolve("gone.stl"));
        assertThrows(ToolFailure.class, () -> workspace.resolve("round.stl"));
        assertThrows(ToolFailure.class, () -> workspace.resolveNew("gone.stl"), "writing would follow the link");
    }

    @Test
    void theFolderItselfMayBeALink() throws IOException {
        Path alias = outer.resolve("alias");
        link(alias, folder);

        assertEquals(folder.resolve("bracket.stl"), Workspace.at(alias).resolve("bracket.stl"));
    }

    @Test
    void aSiblingWhoseNameBeginsAlikeIsOutside() throws IOException {
        Path sibling = Files.createDirectories(outer.resolve("parts-private"));
        Files.writeString(sibling.resolve("x.stl"), "");
        link("s", sibling);

        assertFailure("\"s/x.stl\" leads out of the workspace.", "s/x.stl");
    }

    @Test
    void twoSpellingsInUnicodeAreOneName() throws IOException {
        String composed = "l\u00fcfter.stl";
        String decomposed = "lu\u0308fter.stl";
        try {
            Files.writeString(folder.resolve(decomposed), "");
        } catch (InvalidPathException e) {
            Assumptions.abort("this system's file names are ASCII only");
        }
        assertNotNull(workspace.resolve(composed));
        assertEquals(workspace.resolve(composed), workspace.resolve(decomposed));
        assertTrue(workspace.list().contains(composed), workspace.list().toString());
        assertThrows(ToolFailure.class, () -> workspace.resolveNew(composed));
    }

    @Test
    void refusesFilesOverTheBound() {
        Workspace small = workspace.withMaxFileBytes(8);

        assertNotNull(small.resolve("bracket.stl"));
        assertEquals(
                "\"case/lid.stl\" has 9 bytes, but files may have at most 8.",
                assertThrows(ToolFailure.class, () -> small.resolve("case/lid.stl"))
                        .getMessage());
    }

    @Test
    void givesPlacesForNewFilesOnly() {
        assertEquals(folder.resolve("quote.txt"), workspace.resolveNew("quote.txt"));
        assertEquals(folder.resolve("case/quote.txt"), workspace.resolveNew("case/quote.txt"));
        assertEquals(
                "\"bracket.stl\" exists already. Choose another name.",
                assertThrows(ToolFailure.class, () -> workspace.resolveNew("bracket.stl"))
                        .getMessage());
        assertEquals(
                "The folder of \"quotes/a.txt\" does not exist in the workspace.",
                assertThrows(ToolFailure.class, () -> workspace.resolveNew("quotes/a.txt"))
                        .getMessage());
        assertThrows(ToolFailure.class, () -> workspace.resolveNew("bracket.stl/a.txt"));
    }

    @Test
    void needsAFolder() {
        assertThrows(IllegalArgumentException.class, () -> Workspace.at(outer.resolve("no-such-folder")));
        assertThrows(IllegalArgumentException.class, () -> Workspace.at(folder.resolve("bracket.stl")));
        assertThrows(IllegalArgumentException.class, () -> workspace.withMaxFileBytes(0));
    }

    @Test
    void noRandomNameLeadsOut() throws IOException {
        link("up", outer);
        String[] pieces = {
            "..", ".", "/", "\\", "up", "case", "lid.stl", "secret.txt", "~", "%2e", " ", "\0", "C:", "e\u0301"
        };
        Random random = new Random(17);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int n = random.nextInt(7); n >= 0; n--) {
                name.append(pieces[random.nextInt(pieces.length)]);
                if (random.nextBoolean()) {
                    name.append('/');
                }
            }
            try {
                Path path = random.nextBoolean()
                        ? workspace.resolve(name.toString())
                        : workspace.resolveNew(name.toString());
                assertTrue(path.startsWith(folder) && path.equals(path.normalize()), () -> name + " gave " + path);
            } catch (ToolFailure e) {
                assertFalse(e.getMessage().contains(outer.toString()), e.getMessage());
            }
        }
    }

    private void assertFailure(String message, String name) {
        assertEquals(
                message,
                assertThrows(ToolFailure.class, () -> workspace.resolve(name)).getMessage());
    }

    private void link(String name, Path target) throws IOException {
        link(folder.resolve(name), target);
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException e) {
            Assumptions.abort("this file system has no links");
        }
    }
}
