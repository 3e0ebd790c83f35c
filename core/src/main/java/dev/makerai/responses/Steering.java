package dev.makerai.responses;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The input that was given to the responses of one lane while they were made, until the service has said what became of
 * it. Thread-safe.
 */
final class Steering {
    private final Set<String> steeredResponses = new HashSet<>();

    /** The input that no response has taken in yet: by its id, the response that it was given to. */
    private final Map<String, String> accepted = new HashMap<>();

    private int unanswered;

    /** Input goes out to a response. */
    synchronized void send(String responseId) {
        steeredResponses.add(responseId);
        unanswered++;
    }

    /** Whether news is about input to one of these responses. */
    synchronized boolean concerns(SteerEvent event) {
        return steeredResponses.contains(event.steer().previousResponseId());
    }

    /** Takes the next event of the lane. */
    synchronized void add(ResponseEvent event) {
        if (event instanceof SteerEvent.Accepted news) {
            unanswered = Math.max(0, unanswered - 1);
            accepted.put(ResponseEvents.orEmpty(news.steer().id()), news.steer().previousResponseId());
        } else if (event instanceof SteerEvent news) {
            // Input that waits for the caller's next request asks for no other response either.
            if (accepted.remove(ResponseEvents.orEmpty(news.steer().id())) == null) {
                unanswered = Math.max(0, unanswered - 1);
            }
        } else if (event instanceof ResponseEvent.Progress progress) {
            // The response that comes behind another takes in what was given to that one.
            accepted.values()
                    .removeIf(steered -> !steered.equals(progress.response().id()));
        }
    }

    /** Whether the service still owes a response, or news, for some input. */
    synchronized boolean isOpen() {
        return unanswered > 0 || !accepted.isEmpty();
    }
}
