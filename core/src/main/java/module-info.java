/** A client of the Responses API with an automatic tool-call loop and strict schemas from Java types. */
module dev.makerai.core {
    requires transitive okhttp3;
    // Not static: at run time @Nullable decides what a schema requires.
    requires transitive org.jspecify;
    requires okio;
    requires com.squareup.moshi;
    requires kotlin.stdlib;

    exports dev.makerai;
    exports dev.makerai.containers;
    exports dev.makerai.conversations;
    exports dev.makerai.audio;
    exports dev.makerai.audit;
    exports dev.makerai.batches;
    exports dev.makerai.cost;
    exports dev.makerai.errors;
    exports dev.makerai.files;
    exports dev.makerai.history;
    exports dev.makerai.http;
    exports dev.makerai.json;
    exports dev.makerai.models;
    exports dev.makerai.pages;
    exports dev.makerai.responses;
    exports dev.makerai.run;
    exports dev.makerai.schema;
    exports dev.makerai.strict;
    exports dev.makerai.testing;
    exports dev.makerai.tools;
    exports dev.makerai.vectorstores;
    exports dev.makerai.webhooks;
}
