using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Store;

public sealed class StoreErrorsTests
{
    [Fact]
    public void All_Codes_AreConsecutiveAndComplete()
    {
        var declared = typeof(StoreErrors).GetProperties().Where(property => property.PropertyType == typeof(StoreError));

        var codes = StoreErrors.All.Select(error => error.Code).ToArray();

        codes.ShouldBe(Enumerable.Range(1, declared.Count()).Select(number => $"H2B-STORE-{number:000}"));
        StoreErrors.All.ShouldAllBe(error => error.Meaning.EndsWith('.') && error.WhatToDo.EndsWith('.'));
    }
}
