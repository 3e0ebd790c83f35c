package dev.makerai;

import dev.makerai.responses.ResponseRequest;
import dev.makerai.run.Run;
import dev.makerai.run.RunFrame;
import dev.makerai.run.SavedRun;
import org.jspecify.annotations.Nullable;

/** Makes a run a turn of a conversation. */
final class TurnFrame implements RunFrame {
    private final ConversationHistory history;
    private final @Nullable SavedRun resumed;

    TurnFrame(ConversationHistory history, @Nullable SavedRun resumed) {
        this.history = history;
        this.resumed = resumed;
    }

    @Override
    public ResponseRequest begin(ResponseRequest request) {
        if (resumed == null) {
            return history.begin(request);
        }
        history.beginAgain(resumed.runId());
        return request;
    }

    @Override
    public void end(@Nullable Run<?> run) {
        history.end(run);
    }
}
