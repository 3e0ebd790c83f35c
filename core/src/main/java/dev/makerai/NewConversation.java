package dev.makerai;

import dev.makerai.conversations.Conversations;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.run.Run;
import dev.makerai.run.RunFrame;
import org.jspecify.annotations.Nullable;

/** Puts a run into a conversation object of its own. */
record NewConversation(Conversations conversations) implements RunFrame {
    @Override
    public ResponseRequest begin(ResponseRequest request) {
        return request.conversation() != null
                ? request
                : request.toBuilder().conversation(conversations.create().id()).build();
    }

    @Override
    public void end(@Nullable Run<?> run) {
        // The service keeps it.
    }
}
