# Expected digits of DynamicsContractTests and PolicyTests, by mpmath: python3 dynamics.py
from mpmath import mp, mpf, sqrt, exp, nstr, findroot
mp.dps = 80

def h(p, ref, beta, eps):
    return 1 / (1 + (1 - ref) / ref * exp(-1 / sqrt(p * (1 - p) + eps) / beta))

ref, beta, eps = mpf(1) / 10, mpf(1), mpf(1) / 1000
p1 = h(ref, ref, beta, eps)
print(nstr(p1, 40), nstr(1 - p1, 40))
print(nstr(findroot(lambda p: h(p, ref, beta, eps) - p, mpf("0.45")), 25))
w = 1 / sqrt(ref * (1 - ref) + eps)
print(nstr(ref * exp((1 - ref) * w / beta) + (1 - ref) * exp(-ref * w / beta), 40))
ref, beta, eps = mpf(1) / 10, mpf(7) / 10, mpf(0)
x = mp.log(ref / (1 - ref))
for n in range(5):
    x = mp.log(ref / (1 - ref)) + 2 * mp.cosh(x / 2) / beta
print(nstr(mp.exp(-x), 20))
ref, beta, eps = mpf(1) / 200, mpf(3) / 2, mpf(1) / 1000
print(nstr(findroot(lambda p: h(h(p, ref, beta, eps), ref, beta, eps) - p, mpf("0.01998")), 20))
