// SPDX-License-Identifier: MIT
// The commands of the command line: each takes what follows its name and returns the exit status.
#ifndef SL_COMMANDS_H
#define SL_COMMANDS_H

#include "app/flags.h"

int sl_command_run(int argc, char **argv);
int sl_command_check(int argc, char **argv);
int sl_command_test(int argc, char **argv);
int sl_command_child(int argc, char **argv); // the window's other process: the machine behind a socket

// Runs the code with these arguments (the program's name first). Returns the exit status, or ends the process with it.
int sl_run_code(const SlProgram *program, const SlCode *code, SlFlags *flags, int argc, char **argv);

#endif
