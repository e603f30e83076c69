// SPDX-License-Identifier: MIT
// The verdicts of a session: what the child has found, and which of it is being looked at.
#include "ui/impl.h"

// "2 workers can never continue", of the first; and how many more there are.
static char *sentence(const SlFindings *findings) {
    if (!findings || !findings->count || findings->at[0].kind == SL_FINDING_DEADLOCK)
        return NULL;
    int others = findings->count - 1;
    if (!others)
        return g_strdup_printf("%s.", findings->at[0].title);
    return g_strdup_printf("%s, and %d other%s stuck.", findings->at[0].title, others, others > 1 ? "s are" : " is");
}

void sl_session_take_findings(SlSession *self, SlFindings *findings) {
    bool lit = self->finding >= 0;
    sl_findings_free(self->findings);
    self->findings = findings;
    g_free(self->found);
    self->found = sentence(findings);
    if (self->finding >= (findings ? findings->count : 0))
        self->finding = -1;
    if (lit)
        sl_session_show(self);
    sl_session_emit(self, SL_SIGNAL_FINDINGS);
}

const char *sl_session_found(SlSession *self) {
    return self->found;
}

void sl_session_light_finding(SlSession *self, SlSceneOptions *options) {
    if (self->finding < 0 || !self->findings)
        return;
    const SlFinding *finding = &self->findings->at[self->finding];
    options->lit_goroutines = finding->goroutines;
    options->lit_goroutine_count = finding->goroutine_count;
    options->lit_objects = finding->objects;
    options->lit_object_count = finding->object_count;
}

const SlFindings *sl_session_findings(SlSession *self) {
    return self->findings && self->findings->count ? self->findings : NULL;
}

int sl_session_finding(SlSession *self) {
    return self->finding;
}

void sl_session_show_finding(SlSession *self, int index) {
    int count = self->findings ? self->findings->count : 0;
    index = index >= 0 && index < count ? index : -1;
    if (index == self->finding)
        return;
    self->finding = index;
    sl_session_show(self);
    sl_session_emit(self, SL_SIGNAL_FINDINGS);
}

void sl_session_findings_init(SlSession *self) {
    self->finding = -1;
}

void sl_session_findings_free(SlSession *self) {
    sl_findings_free(self->findings);
    g_clear_pointer(&self->found, g_free);
    self->findings = NULL;
    self->finding = -1;
}
