// SPDX-License-Identifier: MIT
// Elementary functions with the results that Go programs see.
#ifndef SL_STD_ELEMENTARY_H
#define SL_STD_ELEMENTARY_H

double sl_math_exp(double x);
double sl_math_exp2(double x);
double sl_math_log(double x);
double sl_math_log2(double x);
double sl_math_log10(double x);
double sl_math_pow(double x, double y);
double sl_math_sin(double x);
double sl_math_cos(double x);
double sl_math_tan(double x);
double sl_math_asin(double x);
double sl_math_acos(double x);
double sl_math_atan(double x);
double sl_math_atan2(double y, double x);
double sl_math_sinh(double x);
double sl_math_cosh(double x);
double sl_math_tanh(double x);
double sl_math_asinh(double x);
double sl_math_acosh(double x);
double sl_math_atanh(double x);
double sl_math_hypot(double p, double q);
double sl_math_cbrt(double x);

#endif
