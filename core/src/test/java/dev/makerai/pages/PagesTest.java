package dev.makerai.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makerai.errors.DecodeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final List<String> asked = new ArrayList<>();

    /** 1, 2 | 3, 4 | nothing | 5. */
    private final Pages<Integer> pages = Pages.of(cursor -> {
        asked.add(String.valueOf(cursor));
        if (cursor == null) {
            return new Page<>(List.of(1, 2), "two");
        }
        return switch (cursor) {
            case "two" -> new Page<>(List.of(3, 4), "four");
            case "four" -> new Page<>(List.of(), "nothing");
            case "nothing" -> new Page<>(List.of(5), null);
            default -> throw new AssertionError(cursor);
        };
    });

    @Test
    void everyPageIsAskedForWhenTheOneBeforeIsUsedUp() {
        List<Integer> found = new ArrayList<>();
        for (int element : pages) {
            found.add(element);
            assertEquals(element <= 2 ? 1 : element <= 4 ? 2 : 4, asked.size());
        }

        assertEquals(List.of(1, 2, 3, 4, 5), found);
        assertEquals(List.of("null", "two", "four", "nothing"), asked);
    }

    @Test
    void whoStopsEarlyAsksForNoMore() {
        assertEquals(List.of(1, 2, 3), pages.stream().limit(3).toList());
        assertEquals(2, asked.size());
    }

    @Test
    void aPageCanBeHadByItself() {
        Page<Integer> first = pages.first();

        assertEquals(List.of(1, 2), first.data());
        assertTrue(first.hasMore());
        assertEquals(List.of(3, 4), pages.after("two").data());
        assertFalse(pages.after("nothing").hasMore());
    }

    @Test
    void behindTheLastElementThereIsNone() {
        Iterator<Integer> elements = pages.iterator();
        for (int i = 0; i < 5; i++) {
            elements.next();
        }

        assertFalse(elements.hasNext());
        assertThrows(NoSuchElementException.class, elements::next);
    }

    @Test
    void aListThatGoesInCirclesIsNotFollowedForEver() {
        Pages<Integer> circle = Pages.of(cursor -> new Page<>(List.of(1), "again"));

        DecodeException e = assertThrows(DecodeException.class, circle::toList);

        assertTrue(e.getMessage().contains("behind again a second time"), e.getMessage());
    }

    @Test
    void pagesThatAreEmptyWithoutEndAreNotFollowedForEver() {
        AtomicInteger pages = new AtomicInteger();
        Pages<Integer> empty = Pages.of(cursor -> new Page<>(List.of(), "page " + pages.incrementAndGet()));

        DecodeException e = assertThrows(DecodeException.class, empty::toList);

        assertTrue(e.getMessage().contains("1001 empty pages"), e.getMessage());
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ListOptions.DEFAULT.limit(0));
    }
}
