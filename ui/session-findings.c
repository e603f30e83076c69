// SPDX-License-Identifier: MIT
// The verdicts of a session: what the child has found, and which of it is being looked at.
#include "ui/impl.h"

void sl_session_take_findings(SlSession *self, SlFindings *findings) {
    sl_findings_free(self->findings);
    self->findings = findings;
    if (self->finding >= (findings ? findings->count : 0))
        self->finding = -1;
    sl_session_emit(self, SL_SIGNAL_FINDINGS);
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
    self->findings = NULL;
    self->finding = -1;
}
