// SPDX-License-Identifier: MIT
// The door of the engine: load Go source, compile it, run it in this process (the command line) or in a confined
// child process (the window). Nothing here prints, exits or needs a display.
#ifndef SL_ENGINE_H
#define SL_ENGINE_H

#include "code/code.h"
#include "graph/edit.h"
#include "graph/hints.h"
#include "graph/parts.h"
#include "lang/lang.h"
#include "link/client.h"
#include "run/chooser.h"
#include "run/record.h"
#include "run/run.h"
#include "trace/export.h"
#include "trace/channel-history.h"
#include "trace/log-world.h"
#include "trace/order.h"
#include "verify/explain.h"
#include "verify/inquiry.h"
#include "verify/leaks.h"

// The natives that the code generator may bind; see SlNativeNames.
const SlNativeNames *sl_engine_natives(void);

#endif
