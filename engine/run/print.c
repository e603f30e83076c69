// SPDX-License-Identifier: MIT
// The builtins print and println: to standard error, in the runtime's own formats. What one statement prints goes out
// in one piece.
#include <math.h>
#include <stdio.h>

#include "run/vm.h"

void sl_print_out(SlMachine *machine, int fd, const char *bytes, size_t count) {
    sl_output(machine, NULL, fd, bytes, count);
}

// +1.500000e+000: seven digits, three of exponent.
static void print_float(SlText *text, double value) {
    if (isnan(value) || isinf(value)) {
        sl_text_adds(text, isnan(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf");
        return;
    }
    char digits[40];
    snprintf(digits, sizeof digits, "%+.6e", value);
    char *e = strchr(digits, 'e');
    int exponent = atoi(e + 1);
    *e = 0;
    sl_text_printf(text, "%se%c%03d", digits, exponent < 0 ? '-' : '+', abs(exponent));
}

void sl_print_value(SlText *text, int kind, const SlSlot *slots) {
    switch (kind) {
    case SL_PRINT_BOOL:
        sl_text_adds(text, slots[0].i ? "true" : "false");
        break;
    case SL_PRINT_INT:
        sl_text_printf(text, "%lld", (long long)slots[0].i);
        break;
    case SL_PRINT_UINT:
        sl_text_printf(text, "%llu", (unsigned long long)slots[0].u);
        break;
    case SL_PRINT_FLOAT:
        print_float(text, slots[0].f);
        break;
    case SL_PRINT_COMPLEX:
        sl_text_addc(text, '(');
        print_float(text, slots[0].f);
        print_float(text, slots[1].f);
        sl_text_adds(text, "i)");
        break;
    case SL_PRINT_STRING:
        sl_text_add(text, slots[0].p, (size_t)slots[1].u);
        break;
    case SL_PRINT_POINTER:
        sl_text_printf(text, "0x%llx", (unsigned long long)slots[0].u);
        break;
    case SL_PRINT_IFACE:
        sl_text_printf(text, "(0x%llx,0x%llx)", (unsigned long long)slots[0].u, (unsigned long long)slots[1].u);
        break;
    case SL_PRINT_SLICE:
        sl_text_printf(text, "[%lld/%lld]0x%llx", (long long)slots[1].i, (long long)slots[2].i,
                       (unsigned long long)slots[0].u);
        break;
    case SL_PRINT_SPACE:
        sl_text_addc(text, ' ');
        break;
    case SL_PRINT_NEWLINE:
        sl_text_addc(text, '\n');
        break;
    default:
        assert(0);
    }
}

void sl_print_op(SlWorker *worker, const SlSlot *fp, const SlWord *at) {
    SlText *text = &sl_vm_worker(worker)->print;
    sl_print_value(text, at->op.b, &fp[at->op.a]);
    if (at[1].op.op == SL_OP_PRINT && text->length < 4096)
        return;
    sl_output(worker->machine, worker, 2, text->at, text->length);
    text->length = 0;
}
